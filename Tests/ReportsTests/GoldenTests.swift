import DossierSupport
import Reports
import ReportSupport
import Tables
import Testing
import Values

/// The reports as comma-separated values, byte for byte as in Tests/Fixtures/reports: read them there.
struct GoldenTests {
    @Test(arguments: Language.allCases)
    func installmentLedger(_ language: Language) {
        let rows = LedgerRow.rows(of: Samples.vetoed) + LedgerRow.rows(of: Samples.returned)
        expect(LedgerRow.form.table(of: rows), language)
    }

    @Test(arguments: Language.allCases)
    func deductions(_ language: Language) {
        let ruled = Samples.statement(of: "random 72")
        let rows = DeductionRow.rows(of: Samples.vetoed) + DeductionRow.rows(of: ruled)
        expect(DeductionRow.form.table(of: rows), language)
    }

    @Test(arguments: Language.allCases)
    func paymentHistory(_ language: Language) throws {
        expect(PaymentRow.form.table(of: try Samples.payments(of: Samples.returned)), language)
    }

    @Test(arguments: Language.allCases)
    func workList(_ language: Language) {
        expect(PositionRow.form(asOf: Samples.asOf).table(of: Samples.positions), language)
    }

    private func expect(_ table: Table, _ language: Language) {
        let golden = Cases.contents(of: "reports/\(table.head.code).\(language.rawValue).csv")
        let csv = table.csv(in: language)
        let isGolden = csv == golden
        #expect(isGolden, "\(String(decoding: csv, as: UTF8.self))")
    }
}
