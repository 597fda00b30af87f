internal import Audit
internal import Contracts
internal import JSON
internal import Payables
internal import Requests
internal import Storage
internal import Values

extension Workspace {
    /// Records that a part or all of a payment came back (退回): `{"amount", "on", "reason"}`. What came back may be paid
    /// again on the same request, unless it is over.
    public func recordReturn(
        _ body: [UInt8], of payment: String, idempotencyKey: String? = nil, expectedVersion: Int? = nil,
        by caller: Caller
    ) async throws(OperationError) -> PaymentAnswer {
        let command = Command(
            "record-return", .payment(payment), body: body, idempotencyKey: idempotencyKey,
            expectedVersion: expectedVersion)
        let id = drawnID("b")
        let recorded = try await recording(command, by: caller) { situation, parser in
            try situation.requireSight(or: .unknownPayment)
            try situation.requireHome(.recordPayments)
            let back = try RequestBody.returned(body)
            let computed = try Computed(situation.journal, situation.context, with: &parser)
            guard let paid = computed.statement.dossier.payments.first(where: { $0.id == payment }) else {
                throw OperationError.unknownPayment
            }
            guard back.amount <= paid.left else { throw RequestRefusal.exceedsPayment }
            guard back.on >= paid.on else { throw RequestRefusal.beforePayment }
            guard back.on <= situation.context.today else { throw RequestRefusal.datedAhead }
            let fact = SubmittedFact(id: id, payload: back.fact(id, of: paid))
            return try Draft(adding: [fact], to: situation.journal, situation.context, with: &parser)
        } answer: { [self] journal, sealed in
            try returnAnswer(journal, sealed, of: payment)
        }
        let answer = recorded.answer
        return PaymentAnswer(
            payment: payment, returned: answer.returned, request: answer.request.replayed(recorded.isReplayed))
    }

    private func returnAnswer(
        _ journal: ContractJournal, _ sealed: SealedEntry, of payment: String
    ) throws -> PaymentAnswer {
        var parser = JSONParser()
        let dossier = try Dossier.reading(journal.dossier(asOf: effects.today), with: &parser, holidays)
        let ledger = try RequestLedger(journal, dossier)
        guard let request = ledger.requests.first(where: { $0.payments.contains(payment) }) else {
            throw OperationError.unknownPayment
        }
        return PaymentAnswer(
            payment: payment, returned: sealed.entry.kind.factID,
            request: RequestAnswer(
                contract: sealed.entry.contract, version: journal.entries.count, request: request, isReplayed: false))
    }
}

extension RequestBody.Return {
    /// The `returned` fact (payable.md 2.4) as canonical JSON.
    fileprivate func fact(_ id: String, of payment: Payment) -> [UInt8] {
        var output = TextOutput()
        output.write(object: [
            "id": .text(id), "kind": .text(FactKind.returned.rawValue), "installment": .text(payment.installment),
            "amount": .text(amount.description), "on": .text(on.description), "payment": .text(payment.id),
            "note": .text(reason),
        ])
        return output.bytes
    }
}
