extension Instant {
    /// Reads an RFC 3339 instant such as `2022-01-31T09:30:00.25+08:00` or `…Z`; nil for anything else.
    /// Digits beyond microseconds are refused, so that what was written is what is compared.
    public init?(utf8 text: Bytes) {
        guard text.count >= 20, let day = CalendarDay(utf8: Bytes(rebasing: text[0..<10])),
            text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
            let hour = CalendarDay.number(text[11..<13]), let minute = CalendarDay.number(text[14..<16]),
            let second = CalendarDay.number(text[17..<19]), hour < 24, minute < 60, second < 60
        else { return nil }
        var index = 19
        guard let fraction = Self.fraction(text, from: &index),
            let offset = Self.offset(Bytes(rebasing: text[index...]))
        else { return nil }
        let seconds = Int64(day.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset)
        self.init(microseconds: seconds * 1_000_000 + fraction)
    }

    /// Reads an RFC 3339 instant from a string.
    public init?(_ text: String) {
        var copy = text
        guard let instant = copy.withUTF8({ Instant(utf8: $0) }) else { return nil }
        self = instant
    }

    private static func fraction(_ text: Bytes, from index: inout Int) -> Int64? {
        guard index < text.count, text[index] == UInt8(ascii: ".") else { return 0 }
        let start = index + 1
        index = start
        while index < text.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index]) { index += 1 }
        guard (1...6).contains(index - start), let digits = CalendarDay.number(text[start..<index]) else { return nil }
        return (index - start..<6).reduce(Int64(digits)) { value, _ in value * 10 }
    }

    /// Seconds east of Greenwich.
    private static func offset(_ text: Bytes) -> Int? {
        if text.count == 1, text[0] == UInt8(ascii: "Z") { return 0 }
        guard text.count == 6, text[3] == UInt8(ascii: ":"),
            text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-"),
            let hours = CalendarDay.number(text[1..<3]), let minutes = CalendarDay.number(text[4..<6]),
            hours < 24, minutes < 60
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return text[0] == UInt8(ascii: "+") ? seconds : -seconds
    }
}

extension Instant: CustomStringConvertible {
    /// RFC 3339 at +08:00 with microseconds, the form of the journal and of every answer (api.md, section 4).
    public var description: String {
        var output = TextOutput(reservingCapacity: 32)
        output.write(self)
        return output.text
    }
}

extension TextOutput {
    /// RFC 3339 at +08:00 with microseconds; `out of range` for the day outside of the years 1 to 9999.
    public mutating func write(_ instant: Instant) {
        let local = instant.microseconds &+ Instant.chinaOffset
        let days = local >= 0 ? local / Instant.microsecondsPerDay : (local + 1) / Instant.microsecondsPerDay - 1
        let within = local - days * Instant.microsecondsPerDay
        if let day = CalendarDay(daysSince1970: Int(days)) { write(day) } else { write("out of range") }
        let seconds = within / 1_000_000
        write("T")
        write(seconds / 3600, digits: 2)
        write(":")
        write(seconds / 60 % 60, digits: 2)
        write(":")
        write(seconds % 60, digits: 2)
        write(".")
        write(within % 1_000_000, digits: 6)
        write("+08:00")
    }

    private mutating func write(_ value: Int64, digits: Int) {
        var power: Int64 = 1
        for _ in 1..<digits { power *= 10 }
        while power > 0 {
            write(byte: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / power % 10))
            power /= 10
        }
    }
}
