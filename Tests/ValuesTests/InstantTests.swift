import TestSupport
import Testing
import Values

struct InstantTests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("1970-01-01T08:00:00+08:00", 0), ("1969-12-31T23:59:59.999999Z", -1),
            ("2022-01-31T09:30:00.25+08:00", 1_643_592_600_250_000),
            ("2022-01-30T20:00:00.250-05:30", 1_643_592_600_250_000),
            ("2022-01-31T00:00:00.000001Z", 1_643_587_200_000_001), ("0001-01-01T00:00:00Z", -62_135_596_800_000_000),
        ] as [(String, Int64)])
    func reads(_ text: String, _ microseconds: Int64) {
        #expect(Instant(text) == Instant(microseconds: microseconds))
    }

    @Test(arguments: [
        "", "2022-01-31", "2022-01-31T09:30:00", "2022-01-31 09:30:00Z", "2022-01-31t09:30:00Z", "2022-01-31T09:30:00z",
        "2022-01-31T24:00:00Z",
        "2022-01-31T09:60:00Z", "2022-01-31T09:30:60Z", "2022-02-30T09:30:00Z", "2022-01-31T9:30:00Z",
        "2022-01-31T09:30Z",
        "2022-01-31T09:30:00.Z", "2022-01-31T09:30:00.1234567Z", "2022-01-31T09:30:00+8:00", "2022-01-31T09:30:00+0800",
        "2022-01-31T09:30:00+24:00", "2022-01-31T09:30:00+08:60", "2022-01-31T09:30:00Z ", "2022-01-31T09:30:00,5Z",
        "2022-01-31T-9:30:00Z",
    ])
    func refuses(_ text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func everyInstantSurvivesItsText() throws {
        var random = SeededGenerator(named: "instants")
        for _ in 0..<20_000 {
            let instant = Instant(
                microseconds: Int64.random(in: -62_135_500_000_000_000...253_402_200_000_000_000, using: &random))
            #expect(Instant(instant.description) == instant)
        }
    }

    /// A day in China begins eight hours before it does in Greenwich.
    @Test(arguments: [
        ("2022-01-31T15:59:59.999999Z", "2022-01-31"), ("2022-01-31T16:00:00Z", "2022-02-01"),
        ("2022-02-01T00:00:00+08:00", "2022-02-01"),
        ("1969-12-31T15:59:59Z", "1969-12-31"), ("1969-12-31T16:00:00Z", "1970-01-01"),
    ])
    func fallsOnADayInChina(_ text: String, _ day: String) {
        #expect(Instant(text)?.dayInChina == CalendarDay(day))
    }

    @Test func farAwayThereIsNoDay() {
        #expect(Instant(microseconds: .max).dayInChina == nil)
        #expect(Instant(microseconds: .min).dayInChina == nil)
        #expect(!Instant(microseconds: .max).description.isEmpty)
    }
}
