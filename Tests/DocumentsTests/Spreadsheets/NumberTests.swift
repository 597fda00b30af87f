import Glibc
import TestSupport
import Testing
import Values

@testable import Documents

/// What a cell holds of a number is the number.
struct NumberTests {
    /// Printed with 16 digits, as the library prints it, and read again, an amount is the same to the fen.
    @Test func amountsComeBackToTheFen() throws {
        var random = SeededGenerator(named: "spreadsheet money")
        for round in 0..<100_000 {
            let digits = round % 14 + 1
            let most = (0..<digits).reduce(Int64(1)) { power, _ in power * 10 } - 1
            let fen = Int64.random(in: -most...most, using: &random)
            let yuan = try #require(SpreadsheetNumber.yuan(Money(fen: fen)))
            var text = [CChar](repeating: 0, count: 40)
            withVaList([yuan]) { _ = vsnprintf(&text, 40, "%.16G", $0) }
            #expect(Int64((strtod(text, nil) * 100).rounded()) == fen)
        }
        #expect(SpreadsheetNumber.yuan(Money(fen: 100_000_000_000_000)) == nil)
        #expect(SpreadsheetNumber.yuan(Money(fen: .min)) == nil)
    }

    @Test func daysAreCountedAsSpreadsheetsDo() {
        #expect(CalendarDay("1900-03-01").flatMap { SpreadsheetNumber.serial($0) } == 61)
        #expect(CalendarDay("1900-02-28").flatMap { SpreadsheetNumber.serial($0) } == nil)
        #expect(CalendarDay("2026-11-21").flatMap { SpreadsheetNumber.serial($0) } == 46_347)
        #expect(Instant("2026-11-21T12:00:00+08:00").flatMap { SpreadsheetNumber.serial($0) } == 46_347.5)
        #expect(Instant("2026-11-20T16:00:00Z").flatMap { SpreadsheetNumber.serial($0) } == 46_347)
        #expect(SpreadsheetNumber.serial(Instant(microseconds: .max)) == nil)
    }

    @Test func columnsHaveTheirLetters() {
        #expect(
            [0, 25, 26, 51, 701, 702, 16_383].map(SheetAddress.column) == ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"])
    }

    @Test func tabsHaveNamesThatSpreadsheetsTake() {
        #expect(SheetName.make("付款历史", taken: []) == "付款历史")
        #expect(SheetName.make("付款历史", taken: ["付款历史"]) == "付款历史 2")
        #expect(SheetName.make("a[b]:*?/\\'", taken: []) == "a b       ")
        #expect(SheetName.make("History", taken: []) == "_History")
        let long = String(repeating: "长", count: 40)
        #expect(SheetName.make(long, taken: [String(repeating: "长", count: 31)]).utf16.count == 31)
    }

    @Test func textIsWhatXMLAndSpreadsheetsTake() {
        #expect(SpreadsheetText("a\r\nb\rc\nd").text == "a\nb\nc\nd")
        #expect(SpreadsheetText("\0\u{7}\u{FFFF}\t").text == "\u{FFFD}\u{FFFD}\u{FFFD}\t")
        #expect(SpreadsheetText("_x0041_ _x00g1_ __x000D_").text == "_x005F_x0041_ _x00g1_ __x005F_x000D_")
        let long = SpreadsheetText(String(repeating: "𠮷", count: 20_000)).text
        #expect(long.utf16.count == 32_767 && long.hasSuffix("𠮷…"))
    }
}
