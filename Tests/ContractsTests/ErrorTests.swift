import Contracts
import DossierSupport
import Testing
import Values

/// The corpus of everything that can be wrong with a dossier: what a clerk reads is reviewed text.
struct ErrorTests {
    @Test(arguments: ErrorCase.all)
    func tellsEveryProblemAndNothingElse(_ error: ErrorCase) {
        #expect(Answer(to: error.input).problems.flatMap(ErrorCase.lines) == error.expected)
    }

    @Test func theDossierUnderTheChangesIsRight() {
        #expect(Answer(to: Cases.contents(of: "errors/base.json")).problems == [])
    }

    /// YAML has a parser of its own; nobody tests a text of four gibibytes.
    @Test func everyCodeHasACase() {
        let shown = Set(ErrorCase.all.flatMap { Answer(to: $0.input).problems.map(\.code) })
        #expect(Set(ProblemCode.allCases).subtracting(shown) == [.yaml, .size])
    }

    @Test(arguments: ErrorCase.all)
    func pointsToPlacesThatAreThere(_ error: ErrorCase) {
        #expect(Scrutiny.complaint(about: error.input, Answer(to: error.input)) == nil)
    }

    @Test(arguments: ProblemCode.allCases)
    func everyCodeHasASentenceInBothLanguages(_ code: ProblemCode) {
        let problem = Problem(pointer: "", code: code, detail: "‹detail›")
        let (chinese, english) = (problem.message(in: .chinese), problem.message(in: .english))
        #expect(chinese.hasSuffix("。") && english.hasSuffix("."))
        #expect(chinese.contains("‹detail›") == english.contains("‹detail›"))
        #expect(chinese.unicodeScalars.contains { ("一"..."龥").contains($0) })
        #expect(english.unicodeScalars.allSatisfy { !("一"..."龥").contains($0) })
    }

    @Test func codesAreNeverRenamed() {
        #expect(Set(ProblemCode.allCases.map(\.rawValue)).count == ProblemCode.allCases.count)
        #expect(ProblemCode.allCases.allSatisfy { $0.rawValue.allSatisfy { $0.isLowercase || $0 == "-" } })
    }
}
