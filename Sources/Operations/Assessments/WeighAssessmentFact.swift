internal import Audit
internal import Contracts
internal import JSON
public import Payables
internal import Storage
internal import Values

/// What a fact of an assessment would change, before anything is written.
public struct WeighedFact: Sendable {
    /// As it is.
    public let before: Statement
    /// As it would be.
    public let after: Statement
    /// Position of the assessment in the terms, before and after.
    public let position: Int
    /// What is payable against the score, with the fact; nil as in ``AssessmentAnswer/curve``.
    public let curve: PayableCurve?
    /// The contract's version that both rest on.
    public let version: Int
}

extension Workspace {
    /// The statement before and after a fact of an assessment (JSON as for
    /// ``recordAssessmentFact(_:of:idempotencyKey:expectedVersion:by:)``). Nothing is written.
    public func weighAssessmentFact(
        _ body: [UInt8], of contract: String, by caller: Caller
    ) async throws(OperationError) -> WeighedFact {
        try await readingContract("what-if", .contract(contract), by: caller) { _, stored in
            let submission = try AssessmentSubmission(body)
            let journal = stored.journal
            let before = try StatementAnswer(of: journal.dossier(asOf: effects.today), version: 0, holidays).statement
            let facts = try submission.facts.enumerated().map { index, fact in
                try SubmittedFact.read(fact) { journal.freeFactID(behind: index) }.payload
            }
            do {
                let after = try StatementAnswer(
                    of: journal.dossier(asOf: effects.today, further: facts), version: 0, holidays
                ).statement
                guard
                    let position = after.terms.assessments.firstIndex(where: { $0.id == submission.assessment })
                else {
                    throw Problems([
                        Problem(pointer: "/assessment", code: .unknownAssessment, detail: submission.assessment)
                    ])
                }
                return WeighedFact(
                    before: before, after: after, position: position,
                    curve: after.curve(ofAssessment: position), version: journal.head.entry.number)
            } catch let problems as Problems {
                throw submission.placing(problems, behind: journal.facts.count)
            }
        }
    }
}
