internal import Audit
public import Contracts
internal import JSON
public import Payables
internal import Storage
public import Values

/// Payable against the score of an assessment, with the dossier that the figures between the steps come from.
public struct CurveAnswer: Sendable {
    public let curve: PayableCurve
    /// The terms in force, that the curve's positions refer to.
    public let terms: Contract
    /// The score that stands; nil without a result.
    public let present: Fraction?
    /// Id of the assessment.
    public let assessment: String
    /// Id of the installment that it decides on; nil for none.
    public let installment: String?
    /// The day of the question.
    public let asOf: CalendarDay
    /// The contract's version.
    public let version: Int
}

extension Workspace {
    /// What a contract pays against the score of one assessment, exactly, as of a day (today for nil). Throws
    /// ``OperationError/invalid(_:)`` with the pointer `/assessment` where the terms have none of that id.
    public func curve(
        of contract: String, assessment id: String, asOf: CalendarDay? = nil, by caller: Caller
    ) async throws(OperationError) -> CurveAnswer {
        try await readingContract("read-curve", .contract(contract), by: caller) { _, stored in
            let day = asOf ?? effects.today
            var parser = JSONParser()
            let dossier = try Dossier.reading(stored.journal.dossier(asOf: day), with: &parser, holidays)
            let terms = dossier.standing.terms
            guard let position = terms.assessments.firstIndex(where: { $0.id == id }) else {
                throw Problems([Problem(pointer: "/assessment", code: .unknownAssessment, detail: id)])
            }
            do {
                let assumed =
                    dossier.standing.results[position].recorded == nil
                    ? dossier.assuming(.highest, for: position) : dossier
                let curve = try PayableCurve(of: assumed, assessment: position)
                let present = try Payables.statement(of: dossier).outcomes[position].map { Fraction($0.score) }
                return CurveAnswer(
                    curve: curve, terms: terms, present: present, assessment: id,
                    installment: curve.installment.map { terms.installments[$0].id },
                    asOf: day, version: stored.journal.head.entry.number)
            } catch is Overflow {
                throw Problems([Problem(pointer: "/assessment", code: .overflow, detail: id)])
            }
        }
    }
}
