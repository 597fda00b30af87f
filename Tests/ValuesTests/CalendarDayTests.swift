import TestSupport
import Testing
import Values

struct CalendarDayTests {
    /// Counts on from Monday, 1 January of the year 1, as a wall calendar does.
    @Test func agreesWithACountDayByDay() {
        var (year, month, day, weekday) = (1, 1, 1, 0)
        var wrong = 0
        for days in Int(CalendarDay.first.daysSince1970)...Int(CalendarDay.last.daysSince1970) {
            guard let found = CalendarDay(daysSince1970: days) else {
                wrong += 1
                continue
            }
            if found.yearMonthDay != (year, month, day) || found.isWeekend != (weekday >= 5) { wrong += 1 }
            if days % 97 == 0, CalendarDay(year: year, month: month, day: day) != found { wrong += 1 }
            weekday = (weekday + 1) % 7
            day += 1
            guard day > Self.length(ofMonth: month, in: year) else { continue }
            (month, day) = (month + 1, 1)
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect(wrong == 0)
        #expect((year, month, day) == (10_000, 1, 1))
    }

    /// Month by month, clamped to the month's last day, for every day of four hundred years' corners.
    @Test func addsMonths() throws {
        var random = SeededGenerator(named: "months")
        for _ in 0..<20_000 {
            let year = Int.random(in: 1...9999, using: &random)
            let month = Int.random(in: 1...12, using: &random)
            let day =
                Bool.random(using: &random)
                ? Self.length(ofMonth: month, in: year) : Int.random(in: 1...28, using: &random)
            let count = Int.random(in: -1300...1300, using: &random)
            var (newYear, newMonth) = (year, month)
            for _ in 0..<abs(count) { (newYear, newMonth) = Self.neighbour(newYear, newMonth, count.signum()) }
            let start = try #require(CalendarDay(year: year, month: month, day: day))
            let expected = CalendarDay(
                year: newYear, month: newMonth, day: min(day, Self.length(ofMonth: newMonth, in: newYear)))
            #expect((try? start.adding(months: count)) == expected)
        }
    }

    @Test(arguments: [
        ("2021-01-31", 1, "2021-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2021-03-31", 1, "2021-04-30"), ("2021-12-31", 2, "2022-02-28"), ("2100-01-31", 1, "2100-02-28"),
        ("2000-01-30", 1, "2000-02-29"),
        ("2021-05-15", 0, "2021-05-15"), ("2021-05-31", -3, "2021-02-28"), ("9999-11-30", 1, "9999-12-30"),
    ])
    func monthEnds(_ start: String, _ months: Int, _ end: String) throws {
        #expect(try #require(CalendarDay(start)).adding(months: months) == CalendarDay(end))
    }

    @Test func daysBeyondTheCalendarThrow() throws {
        #expect(throws: Overflow()) { try CalendarDay.last.adding(days: 1) }
        #expect(throws: Overflow()) { try CalendarDay.first.adding(days: -1) }
        #expect(throws: Overflow()) { try CalendarDay.last.adding(months: 1) }
        #expect(throws: Overflow()) { try CalendarDay.first.adding(months: -1) }
        for extreme in [Int.max, Int.min] {
            #expect(throws: Overflow()) { try CalendarDay.last.adding(days: extreme) }
            #expect(throws: Overflow()) { try CalendarDay.first.adding(months: extreme) }
        }
        #expect(try CalendarDay.first.adding(days: CalendarDay.last.days(since: .first)) == .last)
    }

    @Test(arguments: ["0001-01-01", "1970-01-01", "2000-02-29", "2024-02-29", "2021-12-31", "9999-12-31"])
    func readsAndWrites(_ text: String) {
        #expect(CalendarDay(text)?.description == text)
    }

    @Test(arguments: [
        "", "2021", "2021-02", "2021-02-29", "2100-02-29", "2021-04-31", "2021-00-10", "2021-13-01", "2021-01-00",
        "2021-01-32", "0000-01-01",
        "2021-1-1", "21-01-01", "20210101", "2021/01/01", "2021-01-01 ", " 2021-01-01", "2021-01-01T00:00:00Z",
        "-021-01-01", "２０２１-01-01",
        "2021-0a-01", "+021-01-01",
    ])
    func refuses(_ text: String) {
        #expect(CalendarDay(text) == nil)
    }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        let isLeap = year % 400 == 0 || year % 100 != 0 && year % 4 == 0
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    private static func neighbour(_ year: Int, _ month: Int, _ step: Int) -> (Int, Int) {
        switch month + step {
        case 0: (year - 1, 12)
        case 13: (year + 1, 1)
        default: (year, month + step)
        }
    }
}
