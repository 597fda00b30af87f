import Contracts
public import Values

/// What an assessment waits for, so that people see at once whose turn it is.
public enum AssessmentState: String, CaseIterable, Sendable {
    /// No result, and the clock of no payment has started that one would decide on.
    case upcoming
    /// No result, and a payment waits for it.
    case missing
    /// A result that costs something and is provisional: the supplier may rectify (整改).
    case rectification
    /// A veto, or a score without a rule: only a ruling (裁定) says what it costs.
    case ruling
    /// Final.
    case settled
    /// No result, and the payment that one would decide on is cancelled.
    case lapsed
}

extension AssessmentState {
    /// What people call it.
    public func name(in language: Language) -> String {
        switch self {
        case .upcoming: language.choose("未到考核期", "not yet due")
        case .missing: language.choose("待考核结果", "awaits a result")
        case .rectification: language.choose("待整改复评", "awaits rectification")
        case .ruling: language.choose("待裁定", "awaits a ruling")
        case .settled: language.choose("已定", "final")
        case .lapsed: language.choose("不再需要", "no longer needed")
        }
    }

    /// Whether somebody has to do something now.
    public var isWaiting: Bool { self == .missing || self == .rectification || self == .ruling }
}

extension Statement {
    /// The first installment that an assessment decides on, directly or in a combination; nil for none.
    public func installment(decidedBy assessment: Int) -> Int? {
        let family = terms.assessmentAndItsCombinations(assessment)
        return terms.installments.firstIndex { $0.assessedBy.map(family.contains) ?? false }
    }

    /// What an assessment waits for on the day of the statement.
    public func state(ofAssessment position: Int) -> AssessmentState {
        if let outcome = outcomes[position] {
            if outcome.doubt != nil { return .ruling }
            return outcome.isSettled ? .settled : .rectification
        }
        guard let installment = installment(decidedBy: position).map({ installments[$0] }) else { return .upcoming }
        if installment.status == .cancelled { return .lapsed }
        return installment.startedOn != nil ? .missing : .upcoming
    }

    /// The sum of an assessment's lines of deduction; nil where there is no result, or only a ruling can say.
    public func deduction(of assessment: Int) -> Money? {
        // The walk has added the lines up already, within 64 bits.
        outcomes[assessment].flatMap { outcome in
            outcome.doubt == nil ? Money(fen: outcome.lines.reduce(0) { $0 &+ $1.amount.fen }) : nil
        }
    }

    /// What is payable of an installment; nil while only a ruling can say, when a figure would promise too much.
    public func payable(ofInstallment position: Int) -> Money? {
        installments[position].status == .undetermined ? nil : installments[position].payable
    }

    /// The round that a next result would be of; nil where the terms allow no further one.
    public func nextRound(of assessment: Int) -> Int? {
        let terms = terms.assessments[assessment]
        guard !terms.isCombined else { return nil }
        let next = (dossier.standing.results[assessment].recorded?.round ?? 0) + 1
        return next <= 1 + terms.rectifications ? next : nil
    }
}
