import DossierSupport
import Payables
import Reports
import Tables
import Testing
import Values

/// The reports say what the statements say.
struct AgreementTests {
    @Test func ledgerTotalsAreTheStatements() throws {
        var count = 0
        for golden in Cases.golden {
            guard let statement = Answer(to: golden.dossier).statement else { continue }
            let table = LedgerRow.form.table(of: LedgerRow.rows(of: statement))
            var totals = TableTotals(table.head.columns)
            for row in table.rows { try totals.add(row) }
            let byCode = Dictionary(zip(table.head.columns.map(\.code), totals.cells), uniquingKeysWith: { $1 })
            #expect(byCode["paid"] == .money(statement.paid), "\(golden)")
            #expect(byCode["outstanding"] == .money(statement.outstanding), "\(golden)")
            #expect(byCode["deducted"] == .money(statement.deducted), "\(golden)")
            count += 1
        }
        #expect(count > 150)
    }

    /// The lines of an installment, within its limits, are what the statement deducts.
    @Test func deductionsAddUp() throws {
        var count = 0
        for golden in Cases.golden {
            guard let statement = Answer(to: golden.dossier).statement else { continue }
            let table = DeductionRow.form.table(of: DeductionRow.rows(of: statement))
            let amount = try #require(table.head.columns.firstIndex { $0.code == "amount" })
            var totals = TableTotals(table.head.columns)
            for row in table.rows { try totals.add(row) }
            var expected = Money.zero
            for row in statement.installments { expected = try expected + row.deducted + row.excess }
            #expect(totals.cells[amount] == .money(expected), "\(golden)")
            count += table.rows.count
        }
        #expect(count > 100)
    }

    static let heads = [
        LedgerRow.form.head(), DeductionRow.form.head(), PaymentRow.form.head(),
        PositionRow.form(asOf: .first).head(),
    ]

    @Test(arguments: heads)
    func columnsHaveDistinctNamesInBothLanguages(_ head: TableHead) {
        #expect(Set(head.columns.map(\.code)).count == head.columns.count)
        for language in Language.allCases {
            #expect(Set(head.columns.map { $0.heading.text(in: language) }).count == head.columns.count)
            #expect(!head.title.text(in: language).isEmpty)
        }
        #expect(head.columns.allSatisfy { $0.heading.english.unicodeScalars.allSatisfy(\.isASCII) })
    }

    @Test func statusesAndKindsHaveWordsInBothLanguages() {
        for status in InstallmentStatement.Status.allCases {
            #expect(status.word.code == status.rawValue)
            #expect(status.word.wording.chinese != status.word.wording.english)
        }
    }
}
