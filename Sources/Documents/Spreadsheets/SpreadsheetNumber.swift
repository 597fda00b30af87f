internal import Tables
internal import Values

/// Numbers as a workbook holds them: binary floating point of 64 bits.
enum SpreadsheetNumber {
    /// The number of a cell and how it looks; nil for text, and where a number must be text.
    static func number(_ cell: Cell) -> (Double, SheetFormats.Look)? {
        switch cell {
        case .nothing, .text, .word, .phrase: nil
        case .money(let money): yuan(money).map { ($0, .money) }
        case .percentage(let percentage):
            fraction(percentage).map { ($0, percentage.millionths % 1_000_000 == 0 ? .wholePercentage : .percentage) }
        case .score(let score): self.score(score).map { ($0, .score) }
        case .day(let day): serial(day).map { ($0, .day) }
        case .instant(let instant): serial(instant).map { ($0, .instant) }
        case .count(let count): self.count(count).map { ($0, .count) }
        }
    }

    /// Cells hold numbers of at most 14 digits. A decimal of 15 still comes back out of a double unchanged (C's
    /// DBL_DIG), but LibreOffice shows 9,999,999,999,999.99 as 10,000,000,000,000.00.
    private static let limit: UInt64 = 100_000_000_000_000

    /// Yuan, exact to the fen; nil from a trillion on, which must be text. That fen below 2^53 are exact is not enough:
    /// the cell holds yuan, and above 2^46 yuan two neighbouring doubles are more than a fen apart.
    static func yuan(_ money: Money) -> Double? { money.fen.magnitude < limit ? Double(money.fen) / 100 : nil }

    /// A whole number; nil where it must be text.
    static func count(_ count: Int) -> Double? { UInt64(count.magnitude) < limit ? Double(count) : nil }

    /// The fraction of 1 that cells formatted as a percentage hold.
    static func fraction(_ percentage: Percentage) -> Double? {
        percentage.millionths.magnitude < limit ? Double(percentage.millionths) / 100_000_000 : nil
    }

    /// Points; nil where they have more digits.
    static func score(_ score: ExactDecimal) -> Double? {
        guard score.mantissa.magnitude < UInt128(limit), score.scale <= 14 else { return nil }
        return Double(Int64(score.mantissa)) / (0..<score.scale).reduce(1) { power, _ in power * 10 }
    }

    /// Days since 1899-12-30. Nil before 1900-03-01: spreadsheets disagree on the days before the 29 February 1900 that
    /// never was.
    static func serial(_ day: CalendarDay) -> Double? {
        let serial = Int(day.daysSince1970) + 25_569
        return serial >= 61 ? Double(serial) : nil
    }

    /// The moment in China (+08:00), to the millisecond.
    static func serial(_ instant: Instant) -> Double? {
        guard let day = instant.dayInChina, let serial = serial(day) else { return nil }
        let microsecondsPerDay: Int64 = 86_400_000_000
        let local = instant.microseconds + 8 * 3_600_000_000
        let within = local - Int64(day.daysSince1970) * microsecondsPerDay
        return serial + Double(within / 1000) / 86_400_000
    }
}
