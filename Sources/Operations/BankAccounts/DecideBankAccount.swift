internal import Postgres
internal import Storage
internal import Values

extension Workspace {
    /// Confirms, rejects or withdraws a proposed bank account of the caller's department. Who proposed it cannot
    /// confirm it, and nobody else can withdraw it. A confirmed one is in force after the department's cooling time;
    /// until then it can still be rejected or withdrawn. Who confirms proves who they are. A rejection needs a
    /// reason. The idempotency key is as with ``proposeBankAccount``.
    public func decideBankAccount(
        _ id: Int64, _ decision: BankAccountDecision, reason: String = "", idempotencyKey: String? = nil,
        proof: Proof? = nil, by caller: Caller
    ) async throws(OperationError) -> BankAccountAnswer {
        let key = idempotencyKey.map { "given:" + $0 } ?? randomKey()
        return try await confirming(proof, by: caller) { confirmation throws(OperationError) in
            try await loggingRefusals(of: caller, decision.act.rawValue, String(id)) {
                try await repeating(onceUnder: ["bank_account_decision_key_once"]) {
                    try await database.withTransaction {
                        try await decide(id, decision, reason, key, confirmation, caller, $0)
                    }
                }
            }
        }
    }

    private func decide(
        _ id: Int64, _ decision: BankAccountDecision, _ reason: String, _ key: String,
        _ confirmation: Confirmation?, _ caller: Caller, _ session: Session
    ) async throws -> BankAccountAnswer {
        let actor = try await participant(caller, decision.act, session)
        let underKey = StoredBankAccountChange.query(decidedBy: actor.accountID, key: key)
        if let stored = try await session.bankAccountChanges(underKey).first {
            guard stored.id == id, stored.says(decision, reason, by: actor.accountID, key) else {
                throw OperationError.keyReused
            }
            let place = stored.decisions.firstIndex { $0.decision == decision.rawValue } ?? stored.decisions.count
            return BankAccountAnswer(stored.decided(place + 1), isReplayed: true)
        }
        if decision == .confirmed { try require(confirmation, of: actor) }
        let isThere = try await session.decideBankAccount(
            id, decision.rawValue, reason: reason, actor.origin(at: effects.now(), key))
        guard isThere, let stored = try await session.bankAccountChanges(underKey).first else {
            throw BankAccountRefusal.unknownProposal
        }
        let detail = "\(id), \(BankAccount.masking(stored.accountNumber)): \(reason)"
        try await session.log(actor.entry(decision.act, stored.supplier, detail, effects.now(), caller))
        return BankAccountAnswer(stored, isReplayed: false)
    }
}

extension BankAccountDecision {
    fileprivate var act: Act {
        switch self {
        case .confirmed: .confirmBankAccount
        case .rejected: .rejectBankAccount
        case .withdrawn: .withdrawBankAccount
        }
    }
}

extension StoredBankAccountChange {
    /// Whether the decision made under a key is this one.
    fileprivate func says(
        _ decision: BankAccountDecision, _ reason: String, by account: Int64, _ key: String
    ) -> Bool {
        decisions.contains {
            $0.origin == (account, key) && $0.decision == decision.rawValue && $0.reason == reason
        }
    }
}
