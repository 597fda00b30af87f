import TestSupport
import Testing
import Values

@testable import Web

/// Amounts as clerks type them.
struct MoneyTypedTests {
    @Test(arguments: [
        ("1234.56", "1234.56"), ("1,234.56", "1234.56"), ("１，２３４．５６", "1234.56"), ("¥1,234.56元", "1234.56"),
        ("123.456万", "1234560.00"), ("0.0001万", "1.00"), ("71.888 万", "718880.00"), ("5", "5.00"), ("5.1", "5.10"),
        ("0", "0.00"), ("000123", "123.00"), ("1.500", "1.50"), ("￥71.888万元", "718880.00"), ("12万", "120000.00"),
        ("0.000001万", "0.01"),
    ])
    func readsWhatPeopleType(_ typed: String, _ amount: String) { #expect(Money(typed: typed)?.description == amount) }

    @Test(arguments: [
        "", " ", "abc", "1.234", "0.0000001万", "1.2.3", "-5", "万", "1e3", "1万2", ".5", "5.", "壹佰", "999999999999999999",
        "1/2", "元", "¥",
    ])
    func refusesWhatIsNoAmount(_ typed: String) { #expect(Money(typed: typed) == nil) }

    /// Whatever is grouped for people is read again as the same amount.
    @Test func readsItsOwnForm() {
        var random = SeededGenerator(named: "readsItsOwnForm")
        for _ in 0..<2_000 {
            let money = Money(fen: Int64.random(in: 0...100_000_000_000_00, using: &random))
            #expect(Money(typed: money.grouped) == money)
        }
    }
}
