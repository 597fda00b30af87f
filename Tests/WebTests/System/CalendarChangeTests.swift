import Testing
import Values

@testable import Web

@Suite struct CalendarChangeTests {
    private func table(_ lines: String...) throws -> HolidayTable {
        try HolidayTable(csv: Array((["date,kind"] + lines).joined(separator: "\n").utf8))
    }

    /// A day that was a holiday and is worked now stands on both sides.
    @Test func tellsWhatIsAddedAndRemoved() throws {
        let old = try table("2024-01-01,holiday", "2024-02-04,workday", "2024-02-18,workday")
        let new = try table("2024-01-01,holiday", "2024-02-04,holiday", "2024-02-18,workday", "2025-01-01,holiday")
        let change = CalendarChange(from: old, to: new)
        #expect(change.added.map { "\($0.day) \($0.isHoliday)" } == ["2024-02-04 true", "2025-01-01 true"])
        #expect(change.removed.map { "\($0.day) \($0.isHoliday)" } == ["2024-02-04 false"])
        #expect(CalendarChange(from: new, to: new).added.isEmpty)
    }

    @Test func everyDayHasItsWeekday() {
        let words = Words(language: .chinese).system
        let days = ["1969-12-31", "1970-01-01", "2024-06-02", "2024-06-03"].compactMap { CalendarDay($0) }
        #expect(days.map(words.weekday) == ["周三", "周四", "周日", "周一"])
    }
}
