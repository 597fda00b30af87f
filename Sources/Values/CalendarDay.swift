/// A day of the proleptic Gregorian calendar without a time zone, from 0001-01-01 to 9999-12-31.
/// Stored as the number of days since 1970-01-01.
@frozen
public struct CalendarDay: Equatable, Hashable, Comparable, Sendable {
    public let daysSince1970: Int32

    @inlinable init(unchecked days: Int32) { daysSince1970 = days }

    public static let first = CalendarDay(unchecked: -719_162)
    public static let last = CalendarDay(unchecked: 2_932_896)

    /// Nil outside of the years 1 to 9999.
    public init?(daysSince1970 days: Int) {
        guard days >= Int(Self.first.daysSince1970), days <= Int(Self.last.daysSince1970) else { return nil }
        daysSince1970 = Int32(truncatingIfNeeded: days)
    }

    /// Nil where there is no such day, such as 2021-02-30.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysInMonth(month, year: year)
        else { return nil }
        self.init(unchecked: Self.daysSince1970(year: year, month: month, day: day))
    }

    @inlinable public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        left.daysSince1970 < right.daysSince1970
    }

    /// Days from `other` to this day.
    @inlinable public func days(since other: CalendarDay) -> Int {
        Int(daysSince1970) - Int(other.daysSince1970)
    }

    /// Excludes this day, as 民法典 art. 201 counts; throws where the result lies beyond 9999.
    public func adding(days: Int) throws(Overflow) -> CalendarDay {
        let (sum, overflow) = Int(daysSince1970).addingReportingOverflow(days)
        guard !overflow, let result = CalendarDay(daysSince1970: sum) else { throw Overflow() }
        return result
    }

    /// Keeps the day of the month or takes the month's last day (payable.md, section 3).
    public func adding(months: Int) throws(Overflow) -> CalendarDay {
        let (year, month, day) = yearMonthDay
        let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, sum >= 12, sum < 12 * 10_000 else { throw Overflow() }
        let (newYear, newMonth) = (sum / 12, sum % 12 + 1)
        let newDay = min(day, Self.daysInMonth(newMonth, year: newYear))
        return CalendarDay(unchecked: Self.daysSince1970(year: newYear, month: newMonth, day: newDay))
    }

    /// Saturday or Sunday.
    public var isWeekend: Bool {
        let sinceMonday = (Int(daysSince1970) + 719_162) % 7  // 0001-01-01 was a Monday
        return sinceMonday >= 5
    }

    public var year: Int { yearMonthDay.year }
}
