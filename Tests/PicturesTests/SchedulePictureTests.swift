import Contracts
import HTML
import Payables
import Testing
import Values

@testable import Pictures

struct SchedulePictureTests {
    private let setting = PictureSetting(id: "p")

    /// Later days lie further to the right, each line stands below the one before.
    @Test(arguments: Samples.names)
    func daysInOrder(name: String) throws {
        let statement = try Samples.statement(name)
        let axis = try #require(
            DayAxis(ScheduleEntry.all(of: statement, .chinese).flatMap(\.days), left: 20, right: 460))
        let days = Set(ScheduleEntry.all(of: statement, .chinese).flatMap(\.days)).sorted()
        #expect(days.count > 2)
        let places = days.map(axis.x)
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
        #expect(places.allSatisfy { $0 >= 20 && $0 <= 460 })
        let drawn = try Drawn(SchedulePicture(statement, setting).svg)
        for installment in statement.terms.installments {
            #expect(drawn.texts.contains { installment.label.hasPrefix($0.prefix(4)) })
        }
    }

    /// Tianfu on the day of its dispute: three installments have started, two are paid, one is late by a day.
    @Test func tianfu() throws {
        let drawn = try Drawn(SchedulePicture(Samples.statement("meishan-tianfu"), setting).svg)
        #expect(drawn.all("circle", "picture-third", "picture-mark").count == 2 + 1)
        #expect(drawn.all("circle", "picture-first", "picture-hollow").count == 3 + 1)
        #expect(drawn.all("polygon", "picture-first", "picture-mark").count == 3 + 1)
        #expect(drawn.texts.contains("今天 2022-01-31"))
        #expect(drawn.texts.contains("已逾期 1 天 · 应付 71.888"))
        #expect(drawn.all("line", "picture-alarm").count >= 1)
    }

    @Test func whatIsHeldBackIsMarked() throws {
        let statement = try Samples.statement("works-withheld")
        let entries = ScheduleEntry.all(of: statement, .chinese).filter { $0.withheld > .zero }
        let dated = entries.filter { !$0.days.isEmpty }
        #expect(entries.count == 4 && dated.count == 3)
        let drawn = try Drawn(SchedulePicture(statement, setting).svg)
        #expect(drawn.texts.filter { $0.contains("扣留 ") }.count == entries.count)
        #expect(drawn.all("rect", "picture-third", "picture-outline").count == dated.count + 1)
    }

    @Test func table() throws {
        let rows = try Drawn(SchedulePicture(Samples.statement("meishan-tianfu"), setting).table).rows
        #expect(rows.count == 9)
        #expect(rows[0] == ["分期", "计划", "起算", "到期", "付款日", "应付", "已付", "扣留", "状态"])
        #expect(
            rows[3] == [
                "首年考核尾款", "2022-01-30", "2021-12-31", "2022-01-30", "", "718,880.00", "0.00", "0.00", "已逾期 1 天",
            ])
    }
}
