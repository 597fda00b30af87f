public import Contracts
public import Payables

extension Fact {
    /// Whether it is part of what an installment's payment rests on.
    public func concerns(_ installment: Installment, of statement: Statement) -> Bool {
        switch kind {
        case .invoice(let id, _, _), .usage(let id, _, _): id == installment.id
        case .assessment(let result): statement.assessments(of: installment).contains(result.assessment)
        case .ruling(let assessment, _, _), .rectificationWaived(let assessment):
            statement.assessments(of: installment).contains(assessment)
        case .event(let name, _):
            installment.when.eventNames.contains(name) || installment.needs.contains(.event(name))
        case .objection(let name), .objectionResolved(let name): installment.when.eventNames.contains(name)
        case .amended: true
        case .paid, .returned, .terminated, .voided: false
        }
    }

    /// What it is called on a list of attachments.
    func title(on statement: Statement) -> String {
        func label(_ assessment: String) -> String {
            statement.terms.assessments.first { $0.id == assessment }?.label ?? assessment
        }
        switch kind {
        case .invoice(_, let number, _): return "发票 \(number)"
        case .usage(_, let item, _): return "用量 \(item)"
        case .assessment(let result): return "\(label(result.assessment))（第 \(result.round) 轮）"
        case .ruling(let assessment, _, _): return "裁定：\(label(assessment))"
        case .rectificationWaived(let assessment): return "放弃整改：\(label(assessment))"
        case .event(let name, _), .objection(let name), .objectionResolved(let name): return name
        case .amended: return "补充协议"
        case .paid, .returned, .terminated, .voided: return kind.name.rawValue
        }
    }
}

extension Condition {
    /// Events and objections that it looks at.
    fileprivate var eventNames: Set<String> {
        switch self {
        case .event(let name), .count(let name, _), .after(let name, _), .clear(let name): [name]
        case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.eventNames) }
        case .date, .yearStarts, .yearElapsed, .yearEnds, .contractEnds, .invoice: []
        }
    }
}

extension Statement {
    /// Ids of the assessment that decides on an installment, and of its parts.
    fileprivate func assessments(of installment: Installment) -> Set<String> {
        var open = installment.assessedBy.map { [$0] } ?? []
        var seen: Set<Int> = []
        while let position = open.popLast() {
            guard seen.insert(position).inserted else { continue }
            open += terms.assessments[position].parts.map(\.assessment)
        }
        return Set(seen.map { terms.assessments[$0].id })
    }
}
