import TestSupport
import Testing
import Values

struct MoneyTests {
    @Test(
        arguments: [
            ("0", 0, "0.00"), ("0.00", 0, "0.00"), ("-0", 0, "0.00"), ("1", 100, "1.00"), ("1.5", 150, "1.50"),
            ("0.01", 1, "0.01"),
            ("-0.01", -1, "-0.01"), ("718880.00", 71_888_000, "718880.00"), ("007.10", 710, "7.10"),
            ("92233720368547758.07", .max, "92233720368547758.07"),
            ("-92233720368547758.08", .min, "-92233720368547758.08"),
        ] as [(String, Int64, String)])
    func readsAndWrites(_ text: String, _ fen: Int64, _ written: String) throws {
        #expect(try Money.reading(text) == Money(fen: fen))
        #expect(Money(fen: fen).description == written)
    }

    @Test(
        arguments: [
            ("", .malformed), ("-", .malformed), (".", .malformed), ("1.", .malformed), (".5", .malformed),
            ("-.5", .malformed),
            ("+1", .malformed), ("1,000.00", .malformed), ("1 000", .malformed), (" 1", .malformed), ("1 ", .malformed),
            ("１", .malformed),
            ("1e3", .malformed), ("0x1", .malformed), ("1.2.3", .malformed), ("--1", .malformed), ("1-", .malformed),
            ("￥1", .malformed),
            ("1.005", .tooManyPlaces), ("1.000", .tooManyPlaces), ("92233720368547758.08", .overflow),
            ("-92233720368547758.09", .overflow), ("92233720368547759", .overflow),
            (String(repeating: "9", count: 500), .overflow),
        ] as [(String, DecimalTextError)])
    func refuses(_ text: String, _ error: DecimalTextError) {
        #expect(throws: error) { try Money.reading(text) }
    }

    @Test func everyAmountSurvivesItsText() throws {
        var random = SeededGenerator(named: "money")
        for _ in 0..<20_000 {
            let money = Money(
                fen: Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0..<64, using: &random))
            #expect(try Money.reading(money.description) == money)
        }
    }

    @Test func sumsThatDoNotFitThrow() throws {
        let (most, least, one) = (Money(fen: .max), Money(fen: .min), Money(fen: 1))
        #expect(throws: Overflow()) { try most + one }
        #expect(throws: Overflow()) { try least - one }
        #expect(throws: Overflow()) { try Money.zero - least }
        #expect(try most + least == Money(fen: -1))
        #expect(try most - most == .zero)
        var sum = most
        #expect(throws: Overflow()) { try sum += one }
        #expect(sum == most)
    }

    /// 四舍五入 at the fen, away from zero.
    @Test(arguments: [
        ("100.00", "33.333333", "33.33"), ("0.01", "50", "0.01"), ("0.01", "49.999999", "0.00"),
        ("-0.01", "50", "-0.01"),
        ("0.03", "50", "0.02"), ("-0.03", "50", "-0.02"), ("9126600.00", "1.5", "136899.00"), ("0.00", "100", "0.00"),
        ("92233720368547758.07", "100", "92233720368547758.07"),
        ("-92233720368547758.08", "100", "-92233720368547758.08"),
        ("92233720368547758.07", "0.000001", "922337203.69"), ("0.01", "9223372036854.775807", "922337203.69"),
    ])
    func shares(_ amount: String, _ percent: String, _ share: String) throws {
        #expect(try Money.reading(amount).share(try .reading(percent)) == Money.reading(share))
    }

    @Test func sharesThatDoNotFitThrow() throws {
        let most = Money(fen: .max)
        #expect(throws: Overflow()) { try most.share(.reading("100.000001")) }
        #expect(throws: Overflow()) { try most.share(.reading("9223372036854.775807")) }
        #expect(throws: Overflow()) { try most.share(.hundred, times: .reading("1.000001")) }
    }
}
