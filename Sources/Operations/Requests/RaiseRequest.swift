internal import Audit
internal import Contracts
internal import JSON
public import Requests
internal import Storage
internal import Values

/// A payment request with the contract that it belongs to.
public struct RequestAnswer: Equatable, Sendable {
    /// Number of the contract.
    public let contract: String
    /// Number of the contract's last journal entry.
    public let version: Int
    public let request: PaymentRequest
    /// Whether the command had been carried out before under the same idempotency key.
    public let isReplayed: Bool
}

extension Workspace {
    /// Raises a payment request (付款申请) on an installment that is due or overdue with nothing blocking, given as
    /// `{"installment", "amount"?}`; without an amount for all that other requests leave. It pins the statement that it
    /// rests on. Throws ``OperationError/request(_:)`` where there can be none.
    public func raiseRequest(
        _ body: [UInt8], on contract: String, idempotencyKey: String? = nil, expectedVersion: Int? = nil,
        by caller: Caller
    ) async throws(OperationError) -> RequestAnswer {
        let command = Command(
            "raise-request", .contract(contract), body: body, idempotencyKey: idempotencyKey,
            expectedVersion: expectedVersion)
        let id = drawnID("r")
        return try await requesting(command, by: caller) { situation, parser in
            try situation.requireHome(.raiseRequests)
            let asked = try RequestBody.raise(body)
            let computed = try Computed(situation.journal, situation.context, with: &parser)
            let version = situation.journal.entries.count
            guard let standing = try computed.standing(of: asked.installment, version: version) else {
                throw Problems([
                    Problem(pointer: "/installment", code: .unknownInstallment, detail: asked.installment)
                ])
            }
            let claim = try RequestEvent.Claim.raised(
                amount: asked.amount, on: standing, chain: situation.authority.chain)
            return RequestEvent(id, .submitted(installment: asked.installment, claim))
        }
    }

    /// Carries out a command that is one step of a payment request.
    func requesting(
        _ command: Command, by caller: Caller,
        _ step: @escaping @Sendable (Situation, inout JSONParser) throws -> RequestEvent
    ) async throws(OperationError) -> RequestAnswer {
        let recorded = try await recording(command, by: caller) { situation, parser in
            let event = try step(situation, &parser)
            return try Draft(adding: [], event, to: situation.journal, situation.context, with: &parser)
        } answer: { [self] journal, sealed in
            try requestAnswer(journal, sealed)
        }
        return recorded.answer.replayed(recorded.isReplayed)
    }

    /// The request that the journal's last entry is a step of.
    func requestAnswer(_ journal: ContractJournal, _ sealed: SealedEntry) throws -> RequestAnswer {
        guard case .request(let event) = sealed.entry.kind else { throw OperationError.keyReused }
        var parser = JSONParser()
        let dossier = try Dossier.reading(journal.dossier(asOf: effects.today), with: &parser, holidays)
        guard let request = try RequestLedger(journal, dossier)[event.request] else {
            throw OperationError.unknownRequest
        }
        return RequestAnswer(
            contract: sealed.entry.contract, version: journal.entries.count, request: request, isReplayed: false)
    }

    /// An id that nobody has: a letter, a hyphen and 13 characters of chance.
    func drawnID(_ letter: String) -> String {
        let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
        var rest = effects.random()
        var text = ""
        for _ in 0..<13 {
            text.append(digits[Int(rest & 31)])
            rest >>= 5
        }
        return "\(letter)-\(text)"
    }
}

extension RequestAnswer {
    func replayed(_ isReplayed: Bool) -> RequestAnswer {
        RequestAnswer(contract: contract, version: version, request: request, isReplayed: isReplayed)
    }
}
