internal import Audit
internal import Contracts
internal import Payables
internal import Requests
internal import Values

extension Examiner {
    /// Refusals that kept somebody from deciding alone.
    mutating func findRefusedAttempts(_ known: KnownContract) {
        for attempt in contract.refusedAttempts {
            guard attempt.refusal == .actedAlready || attempt.refusal == .ownAssessment else { continue }
            let request = known.requests.first { $0.id == attempt.request }
            findings.append(
                AuditFinding(
                    .selfApprovalAttempt, number, installment: request?.installment, subject: attempt.request,
                    on: attempt.at.dayInChina ?? contract.asOf, amount: request?.claim.amount, people: [attempt.by],
                    .refused(ownAssessment: attempt.refusal == .ownAssessment, at: attempt.at)))
        }
    }

    /// Whoever imported a history did not assess.
    mutating func findApprovalsByAssessors(_ known: KnownContract) {
        let terms = known.statement.terms
        let results = known.records.compactMap { record -> (assessment: String, entry: JournalEntry)? in
            guard record.isRecorded, case .assessment(let result) = record.fact.kind else { return nil }
            return (result.assessment, record.entry)
        }
        for request in known.requests {
            guard let position = terms.position(of: request.installment) else { continue }
            let deciding = terms.assessments(decidingOn: position)
            for step in request.steps {
                guard case .approved = step.event.step,
                    let own = results.first(where: {
                        deciding.contains($0.assessment) && $0.entry.recordedBy == step.by
                    })
                else { continue }
                findings.append(
                    AuditFinding(
                        .approvedByAssessor, number, installment: request.installment, subject: request.id,
                        entry: step.entry, on: step.at.dayInChina ?? contract.asOf, amount: request.claim.amount,
                        people: [step.by],
                        .assessed(assessment: terms.label(of: own.assessment), entry: own.entry.number)))
            }
        }
    }
}

extension Contract {
    /// What an assessment is called.
    func label(of assessment: String) -> String {
        assessments.first { $0.id == assessment }?.label ?? assessment
    }

    /// Ids of the assessment that decides on an installment, and of its parts.
    fileprivate func assessments(decidingOn installment: Int) -> Set<String> {
        var found: Set<String> = []
        var open = installments[installment].assessedBy.map { [$0] } ?? []
        while let position = open.popLast() {
            guard found.insert(assessments[position].id).inserted else { continue }
            open += assessments[position].parts.map(\.assessment)
        }
        return found
    }
}
