/// PostgreSQL's binary numeric (numeric_send: base 10,000 digits) as exact decimal text.
enum NumericText {
    /// The text that `numeric::text` gives, or nil when the bytes make no sense.
    static func read(_ bytes: UnsafeRawBufferPointer) -> String? {
        guard bytes.count >= 8 else { return nil }
        let count = Int(bytes.bigEndian(UInt16.self, at: 0))
        let weight = Int(bytes.bigEndian(Int16.self, at: 2))
        let sign = bytes.bigEndian(UInt16.self, at: 4)
        let scale = Int(bytes.bigEndian(UInt16.self, at: 6))
        guard bytes.count == 8 + 2 * count else { return nil }
        switch sign {
        case 0xC000: return "NaN"
        case 0xD000: return "Infinity"
        case 0xF000: return "-Infinity"
        case 0, 0x4000: break
        default: return nil
        }
        func group(_ index: Int) -> UInt16 {
            index >= 0 && index < count ? bytes.bigEndian(UInt16.self, at: 8 + 2 * index) : 0
        }
        var text: [UInt8] = sign == 0 ? [] : [UInt8(ascii: "-")]
        appendWhole(weight: weight, group, to: &text)
        if scale > 0 { appendFraction(weight: weight, scale: scale, group, to: &text) }
        return String(decoding: text, as: UTF8.self)
    }

    private static func appendWhole(weight: Int, _ group: (Int) -> UInt16, to text: inout [UInt8]) {
        guard weight >= 0 else { return text.append(UInt8(ascii: "0")) }
        text.append(contentsOf: String(group(0)).utf8)
        for index in 0..<weight {
            for divisor: UInt16 in [1000, 100, 10, 1] { text.append(digit(group(index + 1), divisor)) }
        }
    }

    private static func appendFraction(weight: Int, scale: Int, _ group: (Int) -> UInt16, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "."))
        let divisors: [UInt16] = [1000, 100, 10, 1]
        for place in 0..<scale {
            text.append(digit(group(weight + 1 + place / 4), divisors[place % 4]))
        }
    }

    private static func digit(_ group: UInt16, _ divisor: UInt16) -> UInt8 {
        UInt8(ascii: "0") + UInt8(truncatingIfNeeded: group / divisor % 10)
    }
}
