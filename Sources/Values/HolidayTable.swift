/// Statutory holidays that fall on weekdays, and weekend days that are worked instead (调休), for a span of years.
public struct HolidayTable: Equatable, Sendable {
    /// Ascending.
    public let holidays: [CalendarDay]
    /// Ascending.
    public let workingWeekends: [CalendarDay]
    /// First and last day of the years known; nil where the table claims to know every year (given inline).
    let known: ClosedRange<CalendarDay>?

    /// A table for all time, as a dossier may carry it.
    public init(holidays: [CalendarDay], workingWeekends: [CalendarDay]) {
        self.holidays = holidays.sorted()
        self.workingWeekends = workingWeekends.sorted()
        known = nil
    }

    /// A table that knows the given years only.
    public init(holidays: [CalendarDay], workingWeekends: [CalendarDay], years: ClosedRange<Int>) {
        self.holidays = holidays.sorted()
        self.workingWeekends = workingWeekends.sorted()
        let first = CalendarDay(year: years.lowerBound, month: 1, day: 1) ?? .first
        known = first...(CalendarDay(year: years.upperBound, month: 12, day: 31) ?? .last)
    }

    /// Whether the table knows the day's year.
    public func covers(_ day: CalendarDay) -> Bool { known?.contains(day) ?? true }

    /// The years that the table knows; nil for all.
    public var years: ClosedRange<Int>? { known.map { $0.lowerBound.year...$0.upperBound.year } }
}
