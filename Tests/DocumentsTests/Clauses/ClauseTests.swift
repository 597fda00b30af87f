import Contracts
import TestSupport
import Testing
import Values

@testable import Documents

/// All of the terms in words, and two versions of them side by side.
@Suite struct ClauseTests {
    private static func terms(_ change: (String) -> String = { $0 }) throws -> Contract {
        let text = String(decoding: Fixtures.bytes("ops/samples/meishan-tianfu.json"), as: UTF8.self)
        return try Dossier.read(Array(change(text).utf8)).contract
    }

    @Test func everyReasonOfAFigureHasItsClause() throws {
        let sections = try Self.terms().clauses(in: .chinese)
        let pointers = Set(sections.flatMap { [$0.pointer] + $0.clauses.map(\.pointer) })
        #expect(
            pointers.isSuperset(of: [
                "/installments/2/amount", "/installments/2/when", "/installments/2/within", "/installments/7/within",
                "/assessments/0", "/assessments/0/points/1", "/assessments/0/failures", "/assessments/0/veto",
                "/excess",
            ]))
        let clauses = sections.flatMap(\.clauses)
        #expect(Set(clauses.map(\.pointer)).count == clauses.count)
        #expect(clauses.first { $0.pointer == "/installments/0/amount" }?.text == "第 1 合同年度费用的 20%")
    }

    @Test func nothingDiffersFromItself() throws {
        let terms = try Self.terms()
        for language in Language.allCases {
            #expect(ClauseComparison(from: terms, to: terms, in: language).changes == 0)
        }
    }

    @Test func whatChangesStandsBesideWhatItWas() throws {
        let later = try Self.terms {
            $0.replacing("\"label\": \"首年预付款\"", with: "\"label\": \"首期款\"")
                .replacing(
                    "\"excess\": \"carry\"",
                    with: "\"excess\": \"waive\", \"lateInterest\": {\"percentPerDay\": \"0.05\"}")
        }
        let comparison = ClauseComparison(from: try Self.terms(), to: later, in: .chinese)
        let changed = comparison.sections.flatMap { $0.rows.filter { !$0.isSame } }
        #expect(changed.map(\.title) == ["超额扣减", "逾期利息", "名称"])
        #expect(changed[1].before == nil && changed[1].after?.contains("0.05%") == true)
        #expect(changed[2].before == "首年预付款" && changed[2].after == "首期款")
    }

    /// An installment that moves is still the same one; one that goes stands at the end.
    @Test func installmentsAreKnownByTheirNames() throws {
        let first = try Self.terms()
        let later = try Self.terms { $0.replacing("\"y2-half\"", with: "\"y2-middle\"") }
        let comparison = ClauseComparison(from: first, to: later, in: .english)
        #expect(comparison.sections.count == first.installments.count + first.assessments.count + 2)
        let gone = try #require(comparison.sections.last)
        #expect(gone.rows.allSatisfy { $0.after == nil && $0.before != nil })
    }
}
