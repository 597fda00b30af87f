/// Which days are working days (payable.md, section 3), and whether due dates move to one.
public enum WorkingCalendar: Equatable, Sendable {
    /// Monday to Friday are the working days; due dates do not move.
    case none
    /// Monday to Friday are the working days; due dates move to the next one (民法典 art. 203).
    case weekends
    /// Weekends with the holidays and make-up working days of a table that covers certain years.
    case table(HolidayTable)

    public var movesDueDates: Bool { self != .none }

    /// Whether it is a working day; `missing` is set where the table does not cover its year and weekends decide.
    public func isWorkingDay(_ day: CalendarDay, missing: inout Bool) -> Bool {
        guard case .table(let table) = self else { return !day.isWeekend }
        if !table.covers(day) {
            missing = true
            return !day.isWeekend
        }
        return day.isWeekend ? table.workingWeekends.contains(sorted: day) : !table.holidays.contains(sorted: day)
    }

    /// The day itself, or the next working day where due dates move.
    public func due(on day: CalendarDay, missing: inout Bool) throws(Overflow) -> CalendarDay {
        guard movesDueDates else { return day }
        var moved = day
        while !isWorkingDay(moved, missing: &missing) { moved = try moved.adding(days: 1) }
        return moved
    }

    /// The n-th working day after `start`; `start` itself for none.
    public func adding(
        workingDays count: Int, to start: CalendarDay, missing: inout Bool
    ) throws(Overflow) -> CalendarDay {
        var day = start
        var left = count
        while left > 0 {
            day = try day.adding(days: 1)
            if isWorkingDay(day, missing: &missing) { left -= 1 }
        }
        return day
    }
}

extension [CalendarDay] {
    /// Binary search; the days stand in ascending order.
    fileprivate func contains(sorted day: CalendarDay) -> Bool {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low < endIndex && self[low] == day
    }
}
