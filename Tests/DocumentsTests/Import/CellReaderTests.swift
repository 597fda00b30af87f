import Contracts
import Foundation
import TestSupport
import Testing
import Values

@testable import Documents

/// What single cells give, and what they are refused for.
struct CellReaderTests {
    private let reader = CellReader(countsFrom1904: false)

    private func outcome(_ kind: FormField.Kind, _ cell: ImportedCell) -> String {
        do throws(CellFault) { return try reader.value(cell, kind) ?? "nothing" } catch {
            switch error.fault {
            case .form(let code): return code.rawValue
            case .dossier(let code): return code.rawValue
            case .service(let code, _): return code
            }
        }
    }

    @Test(arguments: [
        ("718880", "718880"), ("1797200.5", "1797200.5"), ("7.1888E+5", "718880"), ("0.1", "0.1"),
        ("0.30000000000000004", "0.3"), ("1234.5600000000001", "1234.56"), ("718879.99999999988", "718880"),
        ("1234.565", "bad-money"), ("0.001", "bad-money"), ("-5", "-5"), ("1E+300", "bad-money"), ("0", "0"),
        ("99999999999999.99", "bad-money"), ("9999999999999.99", "9999999999999.99"),
    ])
    func moneyOfNumbers(_ stored: String, _ wanted: String) {
        #expect(outcome(.money, ImportedCell(.number(stored))) == wanted)
    }

    @Test(arguments: [
        ("1,234.56", "1234.56"), ("￥1,234.56", "1234.56"), ("123.456万", "1234560"), ("１，２３４．５", "1234.5"),
        ("1.2亿元", "120000000"), (" 100元 ", "100"), ("12,34", "bad-money"), ("1,2345", "bad-money"), ("1.", "bad-money"),
        ("1.23456万", "12345.6"), ("0.1234567万", "bad-money"), ("壹佰元", "bad-money"), ("1e5", "bad-money"),
        ("  ", "nothing"), ("+5", "bad-money"), ("1234567890123456.78", "bad-money"),
    ])
    func moneyOfTexts(_ written: String, _ wanted: String) {
        #expect(outcome(.money, ImportedCell(.text(written))) == wanted)
    }

    /// Two places survive whatever binary fraction the spreadsheet program made of them, and its neighbours.
    @Test func amountsSurviveBinaryNoise() throws {
        var random = SeededGenerator(named: "noise")
        for _ in 0..<20_000 {
            let digits = Int.random(in: 1...14, using: &random)
            let fen = Int64.random(in: 1..<Int64(pow(10, Double(digits))), using: &random)
            let exact = Double(fen) / 100
            for value in [exact, exact.nextUp, exact.nextDown] {
                let stored = String(format: "%.17g", value)
                let text = try #require(try reader.money(ImportedCell(.number(stored))), "\(stored)")
                #expect(Money(text) == Money(fen: fen), "\(stored)")
            }
        }
    }

    /// A day counted as Excel counts it, and the other count, which begins 1462 days later.
    @Test func daysOfSerialNumbers() throws {
        #expect(outcome(.day, ImportedCell(.number("1"))) == "1900-01-01")
        #expect(outcome(.day, ImportedCell(.number("59"))) == "1900-02-28")
        #expect(outcome(.day, ImportedCell(.number("60"))) == "bad-date", "1900-02-29 never was")
        #expect(outcome(.day, ImportedCell(.number("61"))) == "1900-03-01")
        #expect(outcome(.day, ImportedCell(.number("2958465"))) == "9999-12-31")
        for stored in ["0", "-1", "2958466", "46000.5", "20260101"] {
            #expect(outcome(.day, ImportedCell(.number(stored))) == "bad-date")
        }
        let other = CellReader(countsFrom1904: true)
        #expect(try other.day(ImportedCell(.number("0"))) == "1904-01-01")
        #expect(try other.day(ImportedCell(.number("1462"))) == "1908-01-02")
        for serial in stride(from: 1462, to: 80_000, by: 97) {
            let day = try reader.day(ImportedCell(.number(String(serial))))
            #expect(try other.day(ImportedCell(.number(String(serial - 1462)))) == day)
        }
    }

    @Test(arguments: [
        ("2026-01-31", "2026-01-31"), ("2026/1/31", "2026-01-31"), ("2026.1.31", "2026-01-31"),
        ("2026年1月31日", "2026-01-31"), ("２０２６－０１－３１", "2026-01-31"), ("2026-02-29", "bad-date"),
        ("31.01.2026", "bad-date"), ("2026-1-31 08:00", "bad-date"), ("26-1-31", "bad-date"), ("", "nothing"),
    ])
    func daysOfTexts(_ written: String, _ wanted: String) {
        #expect(outcome(.day, ImportedCell(.text(written))) == wanted)
    }

    @Test func otherKinds() {
        #expect(outcome(.percentage, ImportedCell(.number("0.2"), format: .percent)) == "20")
        #expect(outcome(.percentage, ImportedCell(.number("1.5"))) == "1.5")
        #expect(outcome(.percentage, ImportedCell(.text("1.5％"))) == "1.5")
        #expect(outcome(.money, ImportedCell(.number("0.2"), format: .percent)) == "bad-money")
        #expect(outcome(.money, ImportedCell(.number("46000"), format: .date)) == "bad-money")
        #expect(outcome(.score, ImportedCell(.text("85.5分"))) == "85.5")
        #expect(outcome(.count, ImportedCell(.number("3"))) == "3")
        #expect(outcome(.count, ImportedCell(.number("2.5"))) == "bad-integer")
        #expect(outcome(.count, ImportedCell(.number("3000000000"))) == "bad-integer")
        #expect(outcome(.count, ImportedCell(.text("-1"))) == "bad-integer")
        #expect(outcome(.text, ImportedCell(.number("12345678"))) == "12345678")
        #expect(outcome(.text, ImportedCell(.number("2.5512E+19"))) == "import-number-in-text")
        #expect(outcome(.text, ImportedCell(.number("46000"), format: .date)) == "import-date-in-text")
        #expect(outcome(.text, ImportedCell(.text("\u{3000} 甲\u{A0}"))) == "甲")
        #expect(outcome(.choice(.answer), ImportedCell(.boolean(false))) == "no")
        #expect(outcome(.choice(.kind), ImportedCell(.text("Holdback"))) == "holdback")
        #expect(outcome(.choice(.amount), ImportedCell(.text("按量计价"))) == "import-register-by-json")
    }

    @Test func formulasGiveNumbersButNoTexts() {
        var cell = ImportedCell(.number("100"))
        cell.isFormula = true
        #expect(outcome(.money, cell) == "100")
        #expect(outcome(.text, cell) == "import-formula-in-text")
        cell.content = .uncomputed
        #expect(outcome(.money, cell) == "import-formula-not-computed")
        #expect(outcome(.text, cell) == "import-formula-not-computed")
    }
}
