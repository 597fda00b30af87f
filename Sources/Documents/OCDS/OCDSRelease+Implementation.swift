internal import Contracts
internal import JSON
internal import Payables
internal import Values

extension OCDSRelease {
    /// What was done; nil where nothing was.
    var implementation: JSONContent? {
        let parts = [
            "transactions": JSONContent.list(orNil: transactions),
            "milestones": .list(orNil: assessmentMilestones + eventMilestones),
            "documents": .list(orNil: documents(ofTerms: false)),
        ]
        return parts.values.allSatisfy { $0 == nil } ? nil : .object(parts)
    }

    /// Payments, and returns the other way round; each fact once.
    private var transactions: [JSONContent] {
        contract.dossier.facts.enumerated().compactMap { position, fact in
            guard contract.counts(position) else { return nil }
            switch fact.kind {
            case .paid(let installment, let amount, _, let fundSource):
                return transaction(fact, amount, of: installment, fundSource, isReturn: false)
            case .returned(let installment, let amount, _):
                return transaction(fact, amount, of: installment, nil, isReturn: true)
            default: return nil
            }
        }
    }

    private func transaction(
        _ fact: Fact, _ amount: Money, of installment: String, _ fundSource: String?, isReturn: Bool
    ) -> JSONContent {
        .object([
            "id": .text(fact.id), "date": .start(of: fact.on), "value": .value(amount),
            "payer": reference(isReturn ? contract.supplier : contract.buyer),
            "payee": reference(isReturn ? contract.buyer : contract.supplier), "installment": .text(installment),
            "fundSource": fundSource.map { .text($0) },
        ])
    }

    /// What was assessed, or is still to be.
    private var assessmentMilestones: [JSONContent] {
        zip(contract.terms.assessments, contract.statement.outcomes).map { assessment, outcome in
            let isSettled = outcome?.isSettled ?? false
            return .object([
                "id": .text("assessment-" + assessment.id), "title": .text(assessment.label),
                "type": .text("assessment"), "description": outcome.map { .text("得分 / score: \($0.score)") },
                "dateMet": isSettled ? outcome.map { .start(of: $0.on) } : nil,
                "status": .text(isSettled ? "met" : outcome == nil ? "scheduled" : "partiallyMet"),
            ])
        }
    }

    /// The events that were recorded, each on its first day.
    private var eventMilestones: [JSONContent] {
        var seen: Set<String> = []
        return contract.standing.events.compactMap { event in
            guard seen.insert(event.name).inserted else { return nil }
            return .object([
                "id": .text("event-" + event.name), "title": .text(event.name), "type": .text("delivery"),
                "code": .text(event.name), "dateMet": .start(of: event.on), "status": .text("met"),
            ])
        }
    }
}
