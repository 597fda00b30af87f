/// Bytes as text (RFC 4648): one writing for each value, and nothing else is read.
public struct Base64: Sendable {
    /// The standard alphabet, with padding (section 4).
    public static let standard = Base64(lastDigits: "+/", isPadded: true)
    /// The alphabet for URLs and names of files, without padding (section 5).
    public static let forURLs = Base64(lastDigits: "-_", isPadded: false)

    private static let noDigit: UInt8 = 64
    private static let padding = UInt8(ascii: "=")

    private let digits: [UInt8]
    private let values: [UInt8]
    private let isPadded: Bool

    private init(lastDigits: String, isPadded: Bool) {
        digits = Array(("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + lastDigits).utf8)
        var values = [UInt8](repeating: Self.noDigit, count: 256)
        for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
        self.values = values
        self.isPadded = isPadded
    }

    /// The text of bytes.
    public func text(_ bytes: some Collection<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var (held, bits): (UInt32, UInt32) = (0, 0)
        for byte in bytes {
            held = (held << 8 | UInt32(byte)) & 0xFFFF
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(digits[Int(held >> bits & 63)])
            }
        }
        if bits > 0 { text.append(digits[Int(held << (6 - bits) & 63)]) }
        if isPadded { while !text.count.isMultiple(of: 4) { text.append(Self.padding) } }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text; nil where it is not just what ``text(_:)`` writes.
    public func bytes(_ text: some BidirectionalCollection<UInt8>) -> [UInt8]? {
        let digits = isPadded ? text.dropLast(text.reversed().prefix { $0 == Self.padding }.count) : text[...]
        guard !isPadded || text.count == (digits.count + 3) / 4 * 4 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count * 3 / 4)
        var (held, bits): (UInt32, UInt32) = (0, 0)
        for digit in digits {
            let value = values[Int(digit)]
            guard value != Self.noDigit else { return nil }
            held = (held << 6 | UInt32(value)) & 0xFFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: held >> bits))
            }
        }
        // What is left over of the last digit must be 0, or two texts would mean the same bytes.
        return bits < 6 && held & (1 << bits - 1) == 0 ? bytes : nil
    }
}
