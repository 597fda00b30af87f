extension Money {
    /// Reads "718880.00", also "718880" and "718880.5"; more than two decimals are an error.
    public init(utf8 text: Bytes) throws(DecimalTextError) {
        self.init(fen: try DecimalText.parse(text, places: 2))
    }
}

extension Percentage {
    /// Reads "1.5" (meaning 1.5 %), at most six decimals, never negative.
    public init(utf8 text: Bytes) throws(DecimalTextError) {
        let millionths = try DecimalText.parse(text, places: 6)
        guard millionths >= 0 else { throw .malformed }
        self.init(millionths: millionths)
    }
}

extension ExactDecimal {
    /// Reads a quantity, unit price or weight: at most six decimals, never negative.
    public init(utf8 text: Bytes) throws(DecimalTextError) {
        let millionths = try DecimalText.parse(text, places: 6)
        guard millionths >= 0 else { throw .malformed }
        self.init(mantissa: Int128(millionths), scale: 6)
    }
}

extension CalendarDay {
    /// Reads `YYYY-MM-DD`; nil for anything else and for days that do not exist.
    public init?(utf8 text: Bytes) {
        guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            let year = Self.number(text[0..<4]), let month = Self.number(text[5..<7]),
            let day = Self.number(text[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads `YYYY-MM-DD` from a string.
    public init?(_ text: String) {
        var copy = text
        guard let day = copy.withUTF8({ CalendarDay(utf8: $0) }) else { return nil }
        self = day
    }

    static func number(_ digits: Slice<Bytes>) -> Int? {
        var value = 0
        for byte in digits {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }
}
