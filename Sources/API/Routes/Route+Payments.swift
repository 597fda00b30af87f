internal import HTTPTypes
internal import JSON
internal import Operations
internal import Serving
internal import Values

extension Route {
    /// What the treasury records.
    static let payments = [recordPayment, recordReturn]

    private static let answer = Success(
        status: .created, description: "What was recorded, and the request after it.",
        content: .json(.reference(.payment)), fields: [.eTag, .idempotentReplayed])

    private static let recordPayment = Route(
        method: .post, path: "/api/v1/payment-requests/{id}/payments",
        summary: "Records a payment on an approved request, at most what is left of it.", tag: .requests,
        access: .permission(.recordPayments), parameters: [.request] + .ofWrites,
        body: .json(
            .object([
                .required("amount", .money), .required("on", .day, "Not before the last approval, not ahead."),
                .required("voucher", .text(1...200), "Number of the voucher; once in a department and year."),
                .required("fundSource", .text(1...2000)),
            ])),
        answers: [answer], refusals: [.notFound, .conflict, .preconditionFailed]
    ) { call in
        let answer = try await call.workspace.recordPayment(
            try call.json(), on: call.path[0], idempotencyKey: try call.requiredIdempotencyKey(),
            expectedVersion: try call.expectedVersion(), by: try call.caller())
        return .of(answer)
    }

    private static let recordReturn = Route(
        method: .post, path: "/api/v1/payments/{id}/returns",
        summary: "Records that a part or all of a payment came back.", tag: .requests,
        access: .permission(.recordPayments),
        parameters: [.path("id", .text(1...64), "Id of the payment.")] + .ofWrites,
        body: .json(
            .object([.required("amount", .money), .required("on", .day), .required("reason", .text(1...2000))])),
        answers: [answer], refusals: [.notFound, .conflict, .preconditionFailed]
    ) { call in
        let answer = try await call.workspace.recordReturn(
            try call.json(), of: call.path[0], idempotencyKey: try call.requiredIdempotencyKey(),
            expectedVersion: try call.expectedVersion(), by: try call.caller())
        return .of(answer)
    }
}

extension Answer {
    fileprivate static func of(_ payment: PaymentAnswer) -> Answer {
        json(.created, capacity: 1024) { $0.write(payment) }
            .version(payment.request.version).replayed(payment.request.isReplayed)
    }
}
