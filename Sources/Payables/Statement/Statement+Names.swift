public import Contracts

extension Statement {
    /// The lines of deduction that fall on an installment; none where it is cancelled.
    public func lines(of installment: Int) -> [DeductionLine] {
        guard installments[installment].status != .cancelled,
            let assessment = terms.installments[installment].assessedBy
        else { return [] }
        return outcomes[assessment]?.lines ?? []
    }
}

extension InstallmentStatement {
    /// What blocks, by the names of payable.md, section 4; empty unless the status is `blocked`.
    public func blockedBy(_ installment: Installment) -> [String] {
        if blockers.isEmpty { return [] }
        var names: [String] = []
        if blockers.when { names.append("when") }
        if blockers.assessment { names.append("assessment") }
        if blockers.rectification { names.append("rectification") }
        for (bit, need) in installment.needs.enumerated() where blockers.needs & 1 << UInt64(bit) != 0 {
            names.append(need.name)
        }
        return names
    }
}

extension DeductionLine.Rule {
    /// The name that a statement gives the line: `failure:<criterion>`, `band:<from>`, `points:<index>`, `cap`,
    /// `ruling`.
    public func name(in assessment: Assessment?) -> String {
        switch self {
        case .failure(let position): "failure:\(assessment?.failures?.criteria[position] ?? "")"
        case .band(let position): "band:\(assessment?.bands[position].fromText ?? "")"
        case .points(let position): "points:\(position)"
        case .cap: "cap"
        case .ruling: "ruling"
        }
    }
}
