internal import Postgres
internal import Storage
internal import Values

/// The answer to a proposal or a decision.
public struct BankAccountAnswer: Equatable, Sendable {
    public let change: BankAccountChange
    /// Whether it had been recorded before under the same idempotency key.
    public let isReplayed: Bool

    init(_ stored: StoredBankAccountChange, isReplayed: Bool) {
        change = BankAccountChange(stored, isMasked: false)
        self.isReplayed = isReplayed
    }
}

extension Workspace {
    /// Proposes a bank account of a supplier for the caller's department; it waits for a second person. The number
    /// may have spaces and hyphens between 6 to 40 digits. An idempotency key works as with ``recordFact``, for each
    /// account its own. The proposer proves who they are. Throws ``OperationError/bankAccount(_:)``; the console is
    /// nobody and cannot propose.
    public func proposeBankAccount(
        _ account: BankAccount, of supplier: String, reason: String, idempotencyKey: String? = nil,
        proof: Proof? = nil, by caller: Caller
    ) async throws(OperationError) -> BankAccountAnswer {
        let key = idempotencyKey.map { "given:" + $0 } ?? randomKey()
        return try await confirming(proof, by: caller) { confirmation throws(OperationError) in
            try await loggingRefusals(of: caller, Act.proposeBankAccount.rawValue, supplier) {
                guard let digits = BankAccount.digits(account.number) else { throw BankAccountRefusal.numberForm }
                let proposal = NewBankAccountProposal(
                    supplier: supplier, holder: account.holder, bank: account.bank, accountNumber: digits,
                    reason: reason)
                return try await repeating(onceUnder: ["bank_account_proposal_key_once"]) {
                    try await database.withTransaction {
                        try await propose(proposal, key, confirmation, caller, $0)
                    }
                }
            }
        }
    }

    private func propose(
        _ proposal: NewBankAccountProposal, _ key: String, _ confirmation: Confirmation?, _ caller: Caller,
        _ session: Session
    ) async throws -> BankAccountAnswer {
        let act = Act.proposeBankAccount
        let actor = try await participant(caller, act, session)
        let underKey = StoredBankAccountChange.query(proposedBy: actor.accountID, key: key)
        if let stored = try await session.bankAccountChanges(underKey).first {
            guard stored.says(proposal) else { throw OperationError.keyReused }
            return BankAccountAnswer(stored.decided(0), isReplayed: true)
        }
        try require(confirmation, of: actor)
        try await session.proposeBankAccount(proposal, actor.origin(at: effects.now(), key))
        let number = BankAccount.masking(proposal.accountNumber)
        let detail = "\(proposal.holder), \(proposal.bank), \(number): \(proposal.reason)"
        try await session.log(actor.entry(act, proposal.supplier, detail, effects.now(), caller))
        guard let stored = try await session.bankAccountChanges(underKey).first else {
            throw BankAccountRefusal.unknownProposal
        }
        return BankAccountAnswer(stored, isReplayed: false)
    }

    /// Who calls, with the rights of this moment locked against changes, if the act is permitted.
    func participant(_ caller: Caller, _ act: Act, _ session: Session) async throws -> Actor {
        guard let actor = try await person(caller, session) else { throw OperationError.notAuthenticated }
        guard actor.may(act.permission) else { throw OperationError.forbidden(act.permission) }
        return actor
    }
}

extension StoredBankAccountChange {
    /// Whether a proposal sent again is this one. Swift compares text as it reads, so a form other than NFC is the
    /// same.
    fileprivate func says(_ proposal: NewBankAccountProposal) -> Bool {
        supplier == proposal.supplier && holder == proposal.holder && bank == proposal.bank
            && accountNumber == proposal.accountNumber && reason == proposal.reason
    }
}
