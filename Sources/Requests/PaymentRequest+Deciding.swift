public import Values

extension RequestEvent.Claim {
    /// A new claim on an installment, all that is available for nil. Throws the reason why there can be none.
    public static func raised(
        amount: Money?, on standing: InstallmentStanding, chain: [ApprovalRole]
    ) throws(RequestRefusal) -> RequestEvent.Claim {
        guard let pin = standing.pin, standing.isPayable else { throw .installmentNotPayable }
        let amount = amount ?? standing.available
        guard amount > .zero, amount <= standing.available else { throw .exceedsAvailable }
        return RequestEvent.Claim(amount: amount, pin: pin, chain: chain)
    }
}

extension PaymentRequest {
    /// The step that a decision comes to, or the reason why it may not be taken (api.md, sections 1 and 2).
    public func step(
        _ decision: Decision, in context: DecisionContext
    ) throws(RequestRefusal) -> RequestEvent.Step {
        switch decision {
        case .approve:
            guard case .approval(let role) = waitsFor else { throw state == .stale ? .stale : .notOpen }
            try checkPerson(context, isTheirs: context.roles.contains(role), besides: payers)
            try checkStanding(context.standing)
            return .approved(role: role)
        case .reject(let reason):
            switch waitsFor {
            case .approval(let role):
                try checkPerson(context, isTheirs: context.roles.contains(role), besides: payers)
            case .treasury where state == .approved: try checkPerson(context, isTheirs: context.isTreasury)
            case .requester: throw .stale
            case .treasury, nil: throw .notOpen
            }
            return .rejected(reason: reason)
        case .withdraw(let reason):
            guard waitsFor != nil else { throw .notOpen }
            return .withdrawn(reason: reason)
        case .reconfirm:
            guard state == .stale else { throw .notOpen }
            guard context.name == requestedBy else { throw .notRequester }
            guard let pin = context.standing.pin, context.standing.isPayable else { throw .installmentNotPayable }
            let again = min(rest, context.standing.available)
            guard again > .zero else { throw .exceedsAvailable }
            // Not above the amount asked for before, so within its bounds.
            let amount = Money(fen: paid.fen + again.fen)
            return .reconfirmed(RequestEvent.Claim(amount: amount, pin: pin, chain: context.chain))
        }
    }

    /// Whether the treasury may pay so much on it on a day; `approvedOn` is the day of the last approval.
    public func checkPayment(
        of amount: Money, on day: CalendarDay, in context: DecisionContext, today: CalendarDay
    ) throws(RequestRefusal) {
        guard waitsFor == .treasury else { throw state == .stale ? .stale : .notOpen }
        try checkPerson(context, isTheirs: context.isTreasury)
        try checkStanding(context.standing)
        guard amount <= rest else { throw .exceedsRequest }
        if let approvedOn = approvedAt?.dayInChina, day < approvedOn { throw .beforeApproval }
        guard day <= today else { throw .datedAhead }
    }

    private func checkPerson(
        _ context: DecisionContext, isTheirs: Bool, besides others: [String] = []
    ) throws(RequestRefusal) {
        guard isTheirs else { throw .notYourStep }
        guard !(acted + others).contains(context.name) else { throw .actedAlready }
        guard !context.isAssessor else { throw .ownAssessment }
    }

    private func checkStanding(_ standing: InstallmentStanding) throws(RequestRefusal) {
        guard standing.pin?.payable == claim.pin.payable else { throw .stale }
        guard standing.isPayable else { throw .installmentNotPayable }
    }
}
