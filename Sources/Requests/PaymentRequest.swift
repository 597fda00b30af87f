public import Values

/// A payment request (付款申请): what the steps recorded so far make of it.
public struct PaymentRequest: Equatable, Sendable {
    public let id: String
    public let installment: String
    /// Name of whoever raised it.
    public let requestedBy: String
    public let requestedAt: Instant
    /// As submitted, or as confirmed last.
    public private(set) var claim: RequestEvent.Claim
    /// 1, and one more each time it is confirmed again.
    public private(set) var round = 1
    /// Those of this round, in the order of the chain.
    public private(set) var approvals: [RecordedStep] = []
    /// Ids of its `paid` facts.
    public private(set) var payments: [String] = []
    /// Paid on it less returned.
    public internal(set) var paid = Money.zero
    /// All its steps, from the first on.
    public private(set) var steps: [RecordedStep]
    private var phase = Phase.open

    private enum Phase { case open, rejected, withdrawn, stale }

    /// Begins with its submission; nil for any other step.
    init?(_ step: RecordedStep) {
        guard case .submitted(let installment, let claim) = step.event.step else { return nil }
        id = step.event.request
        self.installment = installment
        requestedBy = step.by
        requestedAt = step.at
        self.claim = claim
        steps = [step]
    }

    mutating func apply(_ step: RecordedStep) {
        steps.append(step)
        switch step.event.step {
        case .submitted: break
        case .approved: approvals.append(step)
        case .rejected: phase = .rejected
        case .withdrawn: phase = .withdrawn
        case .stale: phase = .stale
        case .paid(let payment): payments.append(payment)
        case .reconfirmed(let claim):
            self.claim = claim
            round += 1
            approvals = []
            phase = .open
        }
    }
}

extension PaymentRequest {
    public var state: RequestState {
        switch phase {
        case .rejected: .rejected
        case .stale: .stale
        case .withdrawn: paid > .zero ? .closed : .withdrawn
        case .open where approvals.count < claim.chain.count: .submitted
        case .open: paid <= .zero ? .approved : paid < claim.amount ? .partlyPaid : .paid
        }
    }

    /// Not paid yet of what is asked for.
    public var rest: Money { Money(fen: max(0, claim.amount.fen - paid.fen)) }

    /// What it keeps from being asked for again.
    public var held: Money { state.holds ? rest : .zero }

    /// Whom it waits for; nil when it is over.
    public var waitsFor: RequestWait? {
        switch state {
        case .submitted: .approval(claim.chain[approvals.count])
        case .approved, .partlyPaid: .treasury
        case .stale: .requester
        case .paid, .closed, .rejected, .withdrawn: nil
        }
    }

    /// Whether the next approval is the last one.
    public var isAtLastApproval: Bool { approvals.count == claim.chain.count - 1 }

    /// When the last approval was given; nil before.
    public var approvedAt: Instant? { approvals.count == claim.chain.count ? approvals.last?.at : nil }

    /// Names of those who paid on it: they do not approve it when it is confirmed again.
    var payers: [String] {
        steps.compactMap { step in if case .paid = step.event.step { step.by } else { nil } }
    }

    /// Names of those who asked or approved in this round: they do not act on it again.
    public var acted: [String] {
        let asked = steps.last { if case .reconfirmed = $0.event.step { true } else { false } }?.by ?? requestedBy
        return [asked] + approvals.map(\.by)
    }
}
