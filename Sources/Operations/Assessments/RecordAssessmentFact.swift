internal import Audit
internal import Contracts
internal import JSON
internal import Storage
internal import Values

extension Workspace {
    /// Records a result, a waiver, a ruling or a step of an assessment (JSON of the fact, payable.md 2.4, with the
    /// scoring sheet of ``AssessmentSubmission`` where there is one), together with the evidence for its criteria.
    /// Keys, versions and rights are those of ``recordFact(_:of:idempotencyKey:expectedVersion:by:)``. Returns the
    /// contract's version behind it.
    @discardableResult
    public func recordAssessmentFact(
        _ body: [UInt8], of contract: String, idempotencyKey: String? = nil, expectedVersion: Int? = nil,
        by caller: Caller
    ) async throws(OperationError) -> Int {
        let command = Command(
            "record-assessment-fact", .contract(contract), body: body, idempotencyKey: idempotencyKey,
            expectedVersion: expectedVersion)
        let recorded = try await recording(command, by: caller) { authority, session in
            // Misshapen facts are told below, with everything else that is wrong.
            guard let submission = try? AssessmentSubmission(body),
                let named = try? submission.facts.map({ try SubmittedFact.read($0, assign: { "f" }) })
            else { return }
            do { try await session.requireDocuments(of: named, for: authority) } catch {
                guard case .conflicting(let conflicts) = error as? OperationError else { throw error }
                throw OperationError.conflicting(submission.placing(conflicts, behind: 0))
            }
        } decide: { situation, parser in
            let submission = try AssessmentSubmission(body)
            for fact in submission.facts { try situation.requireRight(toRecord: fact) }
            let journal = situation.journal
            let facts = try submission.facts.enumerated().map { index, fact in
                try SubmittedFact.read(fact) { journal.freeFactID(behind: index) }
            }
            let count = journal.facts.count
            do {
                return try Draft(adding: facts, to: journal, situation.context, with: &parser)
            } catch let problems as Problems {
                throw submission.placing(problems, behind: count)
            } catch OperationError.conflicting(let conflicts) {
                throw OperationError.conflicting(submission.placing(conflicts, behind: count))
            }
        } answer: { _, sealed in
            sealed.entry.number
        }
        return recorded.answer
    }
}
