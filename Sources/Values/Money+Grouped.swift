extension Money {
    /// "718,880.00": for people, never for machines.
    public var grouped: String {
        let plain = description.utf8
        let whole = plain.prefix { $0 != UInt8(ascii: ".") }
        var result: [UInt8] = []
        for (index, byte) in whole.enumerated() {
            let left = whole.count - index
            if index > 0, left % 3 == 0, result.last != UInt8(ascii: "-") { result.append(UInt8(ascii: ",")) }
            result.append(byte)
        }
        return String(decoding: result + plain.dropFirst(whole.count), as: UTF8.self)
    }
}
