internal import Audit
internal import JSON
internal import Payables
internal import Requests
internal import Storage
internal import Values

extension Workspace {
    /// Decides on a payment request: `{"decision": "approve" | "reject" | "withdraw" | "reconfirm", "reason"?}`. Who may
    /// do it, and who no longer, is in ``RequestRefusal``. The last approval needs a proof of who the caller is.
    public func decideRequest(
        _ id: String, _ body: [UInt8], idempotencyKey: String? = nil, expectedVersion: Int? = nil,
        proof: Proof? = nil, by caller: Caller
    ) async throws(OperationError) -> RequestAnswer {
        try await confirming(proof, by: caller) { confirmation throws(OperationError) in
            try await decideRequest(id, body, idempotencyKey, expectedVersion, confirmation, caller)
        }
    }

    private func decideRequest(
        _ id: String, _ body: [UInt8], _ idempotencyKey: String?, _ expectedVersion: Int?,
        _ confirmation: Confirmation?, _ caller: Caller
    ) async throws(OperationError) -> RequestAnswer {
        let command = Command(
            "decide-request", .request(id), body: body, idempotencyKey: idempotencyKey,
            expectedVersion: expectedVersion)
        return try await requesting(command, by: caller) { [self] situation, parser in
            try situation.requireSight(or: .unknownRequest)
            let decision = try RequestBody.decision(body)
            let computed = try Computed(situation.journal, situation.context, with: &parser)
            guard let request = computed.ledger[id] else { throw OperationError.unknownRequest }
            switch decision {
            case .withdraw, .reconfirm: try situation.requireHome(.raiseRequests)
            case .approve, .reject: try situation.requireHome(.readContracts)
            }
            let context = try situation.decisionContext(on: request, computed)
            let step = try request.step(decision, in: context)
            if case .approved = step, request.isAtLastApproval {
                try require(confirmation, of: situation.authority)
            }
            return RequestEvent(id, step)
        }
    }
}

extension Situation {
    /// Hides what the caller may not see.
    func requireSight(or unknown: OperationError) throws(OperationError) {
        guard authority.sees(buyer: contract.buyerKey) else { throw unknown }
        try authority.require(.readContracts)
    }

    /// What the rules about persons and money need to know of this moment.
    func decisionContext(on request: PaymentRequest, _ computed: Computed) throws -> DecisionContext {
        let version = journal.entries.count
        let facts = journal.facts
        let assessors = computed.statement.resultFacts(of: request.installment).map { facts[$0].entry.recordedBy }
        let gone = InstallmentStanding(pin: nil, isPayable: false, outstanding: .zero, held: .zero)
        return DecisionContext(
            name: authority.name, roles: authority.approvalRoles, isTreasury: authority.mayPay,
            isAssessor: assessors.contains(authority.name),
            standing: try computed.standing(of: request.installment, version: version) ?? gone,
            chain: authority.chain)
    }
}

extension Authority {
    /// The steps of approval that the caller's roles cover; for the console all.
    var approvalRoles: Set<ApprovalRole> {
        guard let actor else { return Set(ApprovalRole.allCases) }
        return Set(ApprovalRole.allCases.filter { actor.may($0.permission) })
    }

    var mayPay: Bool { actor?.may(.recordPayments) ?? true }

    /// The chain of approval of the caller's department.
    var chain: [ApprovalRole] {
        let chain = (actor?.department.approvalChain ?? []).compactMap { ApprovalRole(rawValue: $0.rawValue) }
        return chain.isEmpty ? ApprovalRole.standardChain : chain
    }
}

extension ApprovalRole {
    /// What it takes to approve as one of the role.
    var permission: Permission {
        switch self {
        case .sectionHead: .approveAsSection
        case .finance: .approveAsFinance
        case .head: .approveAsHead
        }
    }
}
