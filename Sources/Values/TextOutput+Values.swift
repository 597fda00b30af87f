extension TextOutput {
    /// A whole number in decimal digits.
    public mutating func write(_ number: Int) {
        if number < 0 { write(byte: UInt8(ascii: "-")) }
        write(digits: UInt64(number.magnitude), atLeast: 1)
    }

    /// "718880.00": yuan with exactly two decimals.
    public mutating func write(_ money: Money) {
        if money.fen < 0 { write(byte: UInt8(ascii: "-")) }
        let magnitude = money.fen.magnitude
        write(digits: magnitude / 100, atLeast: 1)
        write(byte: UInt8(ascii: "."))
        write(digits: magnitude % 100, atLeast: 2)
    }

    /// `YYYY-MM-DD`.
    public mutating func write(_ day: CalendarDay) {
        let (year, month, dayOfMonth) = day.yearMonthDay
        write(digits: UInt64(year), atLeast: 4)
        write(byte: UInt8(ascii: "-"))
        write(digits: UInt64(month), atLeast: 2)
        write(byte: UInt8(ascii: "-"))
        write(digits: UInt64(dayOfMonth), atLeast: 2)
    }

    /// The shortest exact form: "1.5", "80", "94.995".
    public mutating func write(_ number: ExactDecimal) {
        if number.mantissa < 0 { write(byte: UInt8(ascii: "-")) }
        let unit = ExactDecimal.powersOfTen[number.scale].magnitude
        let (whole, fraction) = number.mantissa.magnitude.quotientAndRemainder(dividingBy: unit)
        write(wide: whole, atLeast: 1)
        guard number.scale > 0 else { return }
        write(byte: UInt8(ascii: "."))
        write(wide: fraction, atLeast: number.scale)
    }

    /// `1.5` for 1.5 %.
    public mutating func write(_ percentage: Percentage) { write(percentage.exact) }
    /// `94.5`, without trailing zeros.
    public mutating func write(_ score: Score) { write(score.exact) }

    private mutating func write(wide number: UInt128, atLeast width: Int) {
        if let narrow = UInt64(exactly: number) { return write(digits: narrow, atLeast: width) }
        let unit: UInt128 = 10_000_000_000_000_000_000
        write(wide: number / unit, atLeast: width - 19)
        write(digits: UInt64(number % unit), atLeast: 19)
    }

    private mutating func write(digits number: UInt64, atLeast width: Int) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 40) { buffer in
            var rest = number
            var start = 40
            while rest > 0 || 40 - start < min(width, 40) {
                start -= 1
                buffer[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            write(raw: Bytes(rebasing: buffer[start..<40]))
        }
    }
}

/// A value's text outside of hot paths: messages, tables, tests.
private func text(_ write: (inout TextOutput) -> Void) -> String {
    var output = TextOutput()
    write(&output)
    return output.text
}

extension Money: CustomStringConvertible {
    public var description: String { text { $0.write(self) } }
}

extension Percentage: CustomStringConvertible {
    public var description: String { text { $0.write(self) } }
}

extension Score: CustomStringConvertible {
    public var description: String { text { $0.write(self) } }
}

extension ExactDecimal: CustomStringConvertible {
    public var description: String { text { $0.write(self) } }
}

extension CalendarDay: CustomStringConvertible {
    public var description: String { text { $0.write(self) } }
}
