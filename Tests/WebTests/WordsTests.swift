import HTML
import Testing
import Values

@testable import Web

/// Days and sums as people here write them.
struct WordsTests {
    private let chinese = Words(language: .chinese)
    private let english = Words(language: .english)
    private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

    @Test func days() throws {
        #expect(chinese.text(of: try day("2022-01-30")) == "2022年1月30日")
        #expect(english.text(of: try day("2022-01-30")) == "30 January 2022")
        #expect(chinese.distance(to: try day("2022-01-30"), from: try day("2022-01-31")) == "逾期1天")
        #expect(chinese.distance(to: try day("2022-01-30"), from: try day("2022-01-30")) == "今天到期")
        #expect(chinese.distance(to: try day("2022-02-02"), from: try day("2022-01-30")) == "3天后到期")
    }

    @Test(arguments: [
        (71_888_000, "71.89 万元"), (5_000, "0.01 万元"), (4_999, "0.00 万元"), (912_660_000_00, "91,266.00 万元"),
        (-71_888_000, "-71.89 万元"),
    ])
    func tenThousands(_ fen: Int64, _ text: String) {
        #expect(chinese.tenThousands(Money(fen: fen)).markup.contains(">\(text)<"))
    }

    @Test func moments() throws {
        let instant = try #require(Instant("2022-01-30T23:05:09.25+08:00"))
        #expect(chinese.moment(instant).markup.hasSuffix(">2022年1月30日 23:05</time>"))
    }
}
