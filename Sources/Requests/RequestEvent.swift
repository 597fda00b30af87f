public import Values

/// One step in the life of a payment request (付款申请, api.md section 2), as the journal keeps it.
public struct RequestEvent: Hashable, Sendable {
    /// Id of the request, unique among all contracts.
    public let request: String
    public let step: Step

    /// What happened.
    public enum Step: Hashable, Sendable {
        case submitted(installment: String, Claim)
        /// One approval more; `role` is the step of the chain.
        case approved(role: ApprovalRole)
        case rejected(reason: String)
        case withdrawn(reason: String?)
        /// What is payable changed to this; nil where the terms no longer have the installment.
        case stale(payable: Money?)
        /// The requester asks again for what is payable now; it is approved afresh.
        case reconfirmed(Claim)
        /// The treasury paid; the id is that of the `paid` fact, which stands before it in the journal.
        case paid(payment: String)
    }

    /// What is asked for, what it rests on, and who has to approve it, in order.
    public struct Claim: Hashable, Sendable {
        /// In all, with what was paid on the request before.
        public let amount: Money
        public let pin: StatementPin
        public let chain: [ApprovalRole]

        /// Takes the parts as they are.
        public init(amount: Money, pin: StatementPin, chain: [ApprovalRole]) {
            self.amount = amount
            self.pin = pin
            self.chain = chain
        }
    }

    /// Names the request and what happened to it.
    public init(_ request: String, _ step: Step) {
        self.request = request
        self.step = step
    }
}

/// The names of the steps in the journal; never renamed.
public enum RequestEventName: String, CaseIterable, Sendable {
    case submitted = "request-submitted"
    case approved = "request-approved"
    case rejected = "request-rejected"
    case withdrawn = "request-withdrawn"
    case stale = "request-stale"
    case reconfirmed = "request-reconfirmed"
    case paid = "request-paid"
}

extension RequestEvent {
    /// The word for the step in the journal.
    public var name: RequestEventName {
        switch step {
        case .submitted: .submitted
        case .approved: .approved
        case .rejected: .rejected
        case .withdrawn: .withdrawn
        case .stale: .stale
        case .reconfirmed: .reconfirmed
        case .paid: .paid
        }
    }
}
