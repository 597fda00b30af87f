import Contracts
import Values

extension Statement {
    /// What is still missing for an installment, in the order of its ``InstallmentStatement/blockers``; empty unless it
    /// is blocked or undetermined.
    public func waiting(for position: Int) -> [Waiting] {
        let row = installments[position]
        let installment = terms.installments[position]
        let label = installment.assessedBy.map { terms.assessments[$0].label } ?? ""
        if row.status == .undetermined { return [.ruling(assessment: label)] }
        let conditions = ConditionEvaluator(terms: terms, standing: dossier.standing, asOf: dossier.asOf)
        var list: [Waiting] = []
        if row.blockers.when, let missing = conditions.missing(installment.when, position, row.payable) {
            list.append(missing)
        }
        if row.blockers.assessment { list.append(.result(assessment: label)) }
        if row.blockers.rectification { list.append(.rectification(assessment: label)) }
        for (bit, need) in installment.needs.enumerated() where row.blockers.needs & 1 << UInt64(bit) != 0 {
            switch need {
            case .event(let name): list.append(.event(name))
            case .invoice: list.append(conditions.missingInvoices(position, row.payable))
            }
        }
        return list
    }
}

extension ConditionEvaluator {
    /// What a condition still waits for; nil where it is met.
    func missing(_ condition: Condition, _ installment: Int, _ payable: Money) -> Waiting? {
        guard evaluate(condition, installment: installment, payable: payable) == .open else { return nil }
        switch condition {
        case .event(let name): return .event(name)
        case .count(let name, let least):
            let have = standing.events.reduce(0) { $0 + ($1.name == name ? $1.count : 0) }
            return .count(name, have: have, need: least)
        case .after(let name, _): return .after(name, until: expectedDay(of: condition))
        case .date, .yearStarts, .yearElapsed, .yearEnds, .contractEnds:
            return expectedDay(of: condition).map { .day($0) }
        case .invoice: return missingInvoices(installment, payable)
        case .clear(let name):
            let objection = standing.objections.first { $0.name == name }
            return .objection(name, open: objection.map { $0.raised - $0.resolved } ?? 0)
        case .all(let parts): return .all(parts.compactMap { missing($0, installment, payable) })
        case .any(let parts): return .any(parts.compactMap { missing($0, installment, payable) })
        }
    }

    func missingInvoices(_ installment: Int, _ payable: Money) -> Waiting {
        let have = standing.ledgers[installment].invoices.reduce(Int64(0)) { $0 &+ $1.amount.fen }
        return .invoices(have: Money(fen: have), need: payable)
    }
}
