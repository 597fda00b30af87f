internal import Storage
public import Values

/// A proposed bank account of a supplier and what became of it.
public struct BankAccountChange: Equatable, Sendable {
    /// Names it when it is decided.
    public let id: Int64
    /// Place among the department's proposals for the supplier, from 1.
    public let number: Int
    public let account: BankAccount
    public let reason: String
    public let proposedBy: String
    public let proposedAt: Instant
    /// In order; at most two, the second of which stops a confirmed one.
    public let decisions: [Decision]

    /// Somebody's decision.
    public struct Decision: Equatable, Sendable {
        public let kind: BankAccountDecision
        public let by: String
        public let at: Instant
        /// From when a confirmed one is in force; nil of others.
        public let effectiveAt: Instant?
        public let reason: String
    }
}

/// What can become of a proposed bank account, by names that never change.
public enum BankAccountDecision: String, CaseIterable, Sendable {
    /// By a second person.
    case confirmed
    /// By whoever may confirm; also of a confirmed one that is not in force yet.
    case rejected
    /// By the proposer; also of a confirmed one that is not in force yet.
    case withdrawn
}

/// How a proposed bank account stands at a moment.
public enum BankAccountState: Equatable, Sendable {
    /// Waits for a second person.
    case open
    /// Confirmed, and in force from a moment to come.
    case cooling(until: Instant)
    /// Confirmed, and in force since a moment, unless a later one has taken its place.
    case effective(since: Instant)
    case rejected
    case withdrawn
}

extension BankAccountChange {
    /// How it stood at a moment; nil before it was proposed.
    public func state(at moment: Instant) -> BankAccountState? {
        guard proposedAt <= moment else { return nil }
        guard let last = decisions.last(where: { $0.at <= moment }) else { return .open }
        switch last.kind {
        case .rejected: return .rejected
        case .withdrawn: return .withdrawn
        case .confirmed:
            let start = last.effectiveAt ?? last.at
            return start <= moment ? .effective(since: start) : .cooling(until: start)
        }
    }

    /// The change as stored, with a masked number where the viewer may not see it.
    init(_ stored: StoredBankAccountChange, isMasked: Bool) {
        let account = BankAccount(holder: stored.holder, bank: stored.bank, number: stored.accountNumber)
        self.init(
            id: stored.id, number: Int(stored.number), account: isMasked ? account.masked : account,
            reason: stored.reason, proposedBy: stored.proposer.name,
            proposedAt: Instant(microseconds: stored.proposedAt),
            decisions: stored.decisions.compactMap { decision in
                BankAccountDecision(rawValue: decision.decision).map { kind in
                    Decision(
                        kind: kind, by: decision.decidedBy, at: Instant(microseconds: decision.decidedAt),
                        effectiveAt: decision.effectiveAt.map(Instant.init(microseconds:)), reason: decision.reason)
                }
            })
    }
}
