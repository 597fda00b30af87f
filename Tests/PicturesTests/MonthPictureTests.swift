import HTML
import Payables
import Testing
import Values

@testable import Pictures

struct MonthPictureTests {
    private let setting = PictureSetting(id: "p")

    /// Bars are as high as their amounts; months without an amount have none; October is the last with a payment.
    @Test func barsOfTheYear() throws {
        let drawn = try Drawn(ExecutionPicture(Samples.execution(), setting).svg)
        let planned = drawn.all("rect", "picture-outline").dropFirst()
        let paid = drawn.all("rect", "picture-bar").dropFirst()
        #expect(planned.count == 11 && paid.count == 9)
        let heights = planned.map { $0.number("height") }
        #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 < $1 })
        #expect(abs(heights[10] / heights[0] - 12) < 0.1)
        #expect(abs(paid.map { $0.number("height") }[0] / heights[0] - 10_000 / 12_345) < 0.02)
        #expect(zip(planned, planned.dropFirst()).allSatisfy { $0.number("x") < $1.number("x") })
    }

    @Test func linesOfTheYear() throws {
        let drawn = try Drawn(ExecutionPicture(Samples.execution(), setting).svg)
        let lines = drawn.all("path", "picture-line")
        #expect(lines.map { $0.attributes["d"]?.count { "ML".contains($0) } } == [12, 10])
        #expect(lines[0].attributes["stroke-dasharray"] != nil && lines[1].attributes["stroke-dasharray"] == nil)
        #expect(drawn.all("circle", "picture-mark").count == 10)
        #expect(drawn.texts.contains { $0.contains("支出执行率 57.2%") })
    }

    @Test func tableOfTheYear() throws {
        let execution = try Samples.execution()
        let rows = try Drawn(ExecutionPicture(execution, setting).table).rows
        #expect(rows.count == 14)
        #expect(rows[0] == ["月份", "计划", "已付", "累计计划", "累计已付", "累计执行率"])
        #expect(rows[1] == ["2026-01", "12,345.00", "10,000.00", "12,345.00", "10,000.00", "1.1%"])
        #expect(rows[11] == ["2026-11", "135,795.00", "0.00", "777,735.00", "530,000.00", ""])
        #expect(rows[13] == ["全年", "925,875.00", "530,000.00", "", "", "57.2%"])
        #expect(execution.total == .init(planned: Samples.yuan(925_875), paid: Samples.yuan(530_000)))
    }

    /// The first month stands on its overdue part, which is hatched.
    @Test func barsOfCash() throws {
        let drawn = try Drawn(CashPicture(Samples.cash(), setting).svg)
        let bars = drawn.all("rect", "picture-bar").dropFirst()
        let overdue = try #require(drawn.all("rect", "picture-outline").last)
        #expect(bars.count == 9)
        let first = try #require(bars.first)
        #expect(abs(first.number("y") + first.number("height") - overdue.number("y")) < 0.11)
        #expect(drawn.elements.filter { $0.attributes["fill"] == "url(#p-hatch)" }.count == 2)
        #expect(drawn.texts.contains("此后 500，日期未定 123（万元）"))
        #expect(drawn.texts.contains("1200") && drawn.texts.contains("2027") && drawn.texts.contains("2026"))
    }

    @Test func tableOfCash() throws {
        let rows = try Drawn(CashPicture(Samples.cash(), setting).table).rows
        #expect(rows.count == 15)
        #expect(rows[1] == ["2026-11", "2,505,000.00", "842,364.00", "3,347,364.00"])
        #expect(rows[12] == ["2027-10", "0.00", "640,000.00", "640,000.00"])
        #expect(rows[13] == ["此后", "", "", "5,000,000.00"])
        #expect(rows[14] == ["日期未定", "", "", "1,234,000.00"])
    }

    /// Nothing planned and nothing paid, and a month with more returned than paid, are still pictures.
    @Test func emptyYear() throws {
        let day = try #require(CalendarDay("2025-12-31"))
        let none = YearExecution.Month(planned: .zero, paid: .zero)
        let returned = YearExecution.Month(planned: .zero, paid: Samples.yuan(-10))
        for months in [Array(repeating: none, count: 12), [returned] + Array(repeating: none, count: 11)] {
            let execution = try YearExecution(year: 2026, asOf: day, months: months)
            #expect(execution.rate == nil && execution.begunMonths == 0)
            let drawn = try Drawn(ExecutionPicture(execution, setting).svg)
            drawn.expectLegible("empty")
            #expect(drawn.texts.contains { $0.contains("全年无计划") })
        }
    }
}
