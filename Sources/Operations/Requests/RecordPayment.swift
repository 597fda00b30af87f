internal import Audit
internal import Contracts
internal import JSON
internal import Payables
internal import Requests
internal import Storage
internal import Values

/// A payment on a request, or what came back of it.
public struct PaymentAnswer: Equatable, Sendable {
    /// Id of the `paid` fact.
    public let payment: String
    /// Id of the `returned` fact; nil for a payment.
    public let returned: String?
    /// The request as it stands after it.
    public let request: RequestAnswer
}

extension Workspace {
    /// Records a payment of the treasury on an approved request: `{"amount", "on", "voucher", "fundSource"}`. The same
    /// transaction writes the `paid` fact and the step of the request. The database itself refuses a voucher used twice
    /// and whatever exceeds the payable.
    public func recordPayment(
        _ body: [UInt8], on request: String, idempotencyKey: String? = nil, expectedVersion: Int? = nil,
        by caller: Caller
    ) async throws(OperationError) -> PaymentAnswer {
        let command = Command(
            "record-payment", .request(request), body: body, idempotencyKey: idempotencyKey,
            expectedVersion: expectedVersion)
        let id = drawnID("p")
        let recorded = try await recording(command, by: caller) { situation, parser in
            try situation.requireSight(or: .unknownRequest)
            try situation.requireHome(.recordPayments)
            let payment = try RequestBody.payment(body)
            let computed = try Computed(situation.journal, situation.context, with: &parser)
            guard let asked = computed.ledger[request] else { throw OperationError.unknownRequest }
            let context = try situation.decisionContext(on: asked, computed)
            try asked.checkPayment(of: payment.amount, on: payment.on, in: context, today: situation.context.today)
            let fact = SubmittedFact(id: id, payload: payment.fact(id, of: asked.installment))
            return try Draft(
                adding: [fact], RequestEvent(request, .paid(payment: id)), to: situation.journal, situation.context,
                with: &parser)
        } answer: { [self] journal, sealed in
            guard case .request(let event) = sealed.entry.kind, case .paid(let payment) = event.step else {
                throw OperationError.keyReused
            }
            return PaymentAnswer(payment: payment, returned: nil, request: try requestAnswer(journal, sealed))
        }
        let answer = recorded.answer
        return PaymentAnswer(
            payment: answer.payment, returned: nil, request: answer.request.replayed(recorded.isReplayed))
    }
}

extension RequestBody.Payment {
    /// The `paid` fact (payable.md 2.4) as canonical JSON.
    fileprivate func fact(_ id: String, of installment: String) -> [UInt8] {
        var output = TextOutput()
        output.write(object: [
            "id": .text(id), "kind": .text(FactKind.paid.rawValue), "installment": .text(installment),
            "amount": .text(amount.description), "on": .text(on.description), "voucher": .text(voucher),
            "fundSource": .text(fundSource),
        ])
        return output.bytes
    }
}
