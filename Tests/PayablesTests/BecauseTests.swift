import DossierSupport
import Payables
import TestSupport
import Testing
import Values

/// Every figure is explained, and the explanation is true.
struct BecauseTests {
    @Test(arguments: Cases.golden, Language.allCases)
    func holdsForEveryFigure(_ golden: Cases.Golden, _ language: Language) throws {
        let statement = try JSONTree(parsing: Answer(to: golden.dossier).bytes(explainedIn: language))
        #expect(BecauseAudit.complaints(about: statement, of: golden.dossier) == [])
    }

    @Test(arguments: Cases.golden)
    func isTheSameDataInBothLanguages(_ golden: Cases.Golden) throws {
        let plain = try JSONTree(parsing: Answer(to: golden.dossier).bytes())
        for language in Language.allCases {
            let told = try JSONTree(parsing: Answer(to: golden.dossier).bytes(explainedIn: language))
            #expect(told.differences(from: plain) == [])
        }
    }

    @Test func theAuditFindsAFalseFormula() throws {
        #expect(try Formula.isTrue("3594400.00 × 20% = 718880.00"))
        #expect(try !Formula.isTrue("3594400.00 × 20% = 718880.01"))
        #expect(try Formula.isTrue("min(100.00, 70.00 − 20.00) = 50.00"))
        #expect(try Formula.isTrue("max(0.00, 1.00 − 3.00) = 0.00"))
        #expect(try Formula.isTrue("0.5 × 1% × 1.00 = 0.01"))
        #expect(throws: Formula.Malformed.self) { try Formula.isTrue("12 ÷ 3 = 4") }
    }
}
