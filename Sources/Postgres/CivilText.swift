/// Dates and moments as the ISO text that PostgreSQL reads under any DateStyle.
enum CivilText {
    /// Appends a date given in days since 1970-01-01.
    static func append(days: Int32, to bytes: inout [UInt8]) {
        if days == .max { return bytes.append(contentsOf: "infinity".utf8) }
        if days == .min { return bytes.append(contentsOf: "-infinity".utf8) }
        let year = appendDate(days: Int64(days), to: &bytes)
        if year <= 0 { bytes.append(contentsOf: " BC".utf8) }
    }

    /// Appends a moment given in microseconds since 1970-01-01T00:00Z.
    static func append(microseconds: Int64, to bytes: inout [UInt8]) {
        if microseconds == .max { return bytes.append(contentsOf: "infinity".utf8) }
        if microseconds == .min { return bytes.append(contentsOf: "-infinity".utf8) }
        let perDay: Int64 = 86_400_000_000
        let days = (microseconds >= 0 ? microseconds : microseconds - (perDay - 1)) / perDay
        let rest = microseconds - days * perDay
        let year = appendDate(days: days, to: &bytes)
        bytes.append(UInt8(ascii: " "))
        append(rest / 3_600_000_000, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        append(rest / 60_000_000 % 60, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        append(rest / 1_000_000 % 60, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: "."))
        append(rest % 1_000_000, digits: 6, to: &bytes)
        bytes.append(contentsOf: "+00".utf8)
        if year <= 0 { bytes.append(contentsOf: " BC".utf8) }
    }

    /// Appends year, month and day of the proleptic Gregorian calendar and returns the astronomical year
    /// (Howard Hinnant's civil_from_days).
    private static func appendDate(days: Int64, to bytes: inout [UInt8]) -> Int64 {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        append(year > 0 ? year : 1 - year, digits: 4, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        append(month, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        append(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, digits: 2, to: &bytes)
        return year
    }

    private static func append(_ number: Int64, digits: Int, to bytes: inout [UInt8]) {
        var power: Int64 = 1
        for _ in 1..<digits { power *= 10 }
        while number / power >= 10 { power *= 10 }
        while power > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(number / power % 10))
            power /= 10
        }
    }
}
