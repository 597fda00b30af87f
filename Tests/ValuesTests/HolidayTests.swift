import Testing
import Values

struct HolidayTests {
    @Test func theBuiltInTableKnows2010To2026() {
        #expect(HolidayTable.builtIn.years == 2010...2026)
        #expect(HolidayTable.builtIn.covers(CalendarDay(year: 2026, month: 12, day: 31) ?? .first))
        #expect(!HolidayTable.builtIn.covers(CalendarDay(year: 2027, month: 1, day: 1) ?? .first))
        #expect(!HolidayTable.builtIn.covers(CalendarDay(year: 2009, month: 12, day: 31) ?? .first))
    }

    /// The notices move working days to weekends, and name as days off what would be worked.
    @Test func holidaysFallOnWeekdaysAndMakeUpDaysOnWeekends() {
        #expect(HolidayTable.builtIn.holidays.filter(\.isWeekend) == [])
        #expect(HolidayTable.builtIn.workingWeekends.filter { !$0.isWeekend } == [])
    }

    /// National Day has three days off, spring festival too: fewer weekdays off in a year would be a hole in the table.
    @Test(arguments: 2010...2026)
    func everyYearIsWhole(_ year: Int) {
        let holidays = HolidayTable.builtIn.holidays.filter { $0.year == year }
        let workdays = HolidayTable.builtIn.workingWeekends.filter { $0.year == year }
        // 11 statutory days, 13 since 2025, less those on a weekend that nobody moved.
        let net = holidays.count - workdays.count
        #expect((9...14).contains(net), "\(year): \(holidays.count) days off, \(workdays.count) made up")
        for (month, day) in [(1, 1), (10, 1), (10, 2), (10, 3)] {
            let date = CalendarDay(year: year, month: month, day: day) ?? .first
            #expect(date.isWeekend || holidays.contains(date), "\(date)")
        }
    }

    @Test(arguments: [
        ("", 1, .header), ("date;kind\n2021-01-01;holiday", 1, .header), ("day,kind\n2021-01-01,holiday", 1, .header),
        ("date,kind\n2021-01-01", 2, .columns), ("date,kind\n2021-01-01,holiday,", 2, .columns), ("date,kind\n\n2021-02-30,holiday", 3, .date),
        ("date,kind\n2021-1-1,holiday", 2, .date), ("date,kind\n2021-01-01,Holiday", 2, .kind), ("date,kind\n2021-01-01, holiday", 2, .kind),
        ("date,kind\n2021-01-01,holiday\n2021-01-02,workday\n2021-01-01,workday", 4, .repeated), ("date,kind\n", 1, .empty),
    ] as [(String, Int, HolidayTableError.Code)])
    func tellsTheLine(_ csv: String, _ line: Int, _ code: HolidayTableError.Code) {
        let error = #expect(throws: HolidayTableError.self) { try HolidayTable(csv: Array(csv.utf8)) }
        #expect(error?.line == line)
        #expect(error?.code == code)
    }

    @Test func readsLinesOfAnyOrderAndEnding() throws {
        let table = try HolidayTable(csv: Array("date,kind\r\n2022-10-08,workday\r\n2021-10-01,holiday\r\n".utf8))
        #expect(table.years == 2021...2022)
        #expect(table.holidays.map(\.description) == ["2021-10-01"])
        #expect(table.workingWeekends.map(\.description) == ["2022-10-08"])
    }

    @Test func isWrittenAsItIsRead() throws {
        #expect(try HolidayTable(csv: HolidayTable.builtIn.csv) == .builtIn)
        let table = try HolidayTable(csv: Array("date,kind\n2022-10-08,workday\n2021-10-01,holiday\n".utf8))
        #expect(String(decoding: table.csv, as: UTF8.self) == "date,kind\n2021-10-01,holiday\n2022-10-08,workday\n")
    }
}
