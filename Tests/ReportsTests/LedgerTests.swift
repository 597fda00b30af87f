import DossierSupport
import Reports
import Tables
import Testing
import Values

struct X {
    @Test func x() throws {
        for c in [Cases.tianfu, Cases.hotline] {
            let s = try #require(Answer(to: c).statement)
            print(String(decoding: LedgerRow.form.table(of: LedgerRow.rows(of: s)).csv(in: .chinese), as: UTF8.self))
            print(String(decoding: DeductionRow.form.table(of: DeductionRow.rows(of: s)).csv(in: .chinese), as: UTF8.self))
            print(String(decoding: DeductionRow.form.table(of: DeductionRow.rows(of: s)).csv(in: .english), as: UTF8.self))
        }
    }
}
