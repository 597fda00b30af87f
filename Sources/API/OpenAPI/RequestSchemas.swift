internal import Requests

extension Schema.Component {
    private static let roles = Schema.choice(of: ApprovalRole.self)
    private static let waits = Schema.nullable(
        .choice(ApprovalRole.allCases.map(\.rawValue) + ["treasury", "requester"]))
    private static let hash = Schema.text(Schema.Text(pattern: "^[0-9a-f]{64}$"))

    static let paymentRequest = Schema.Component(
        name: "PaymentRequest", description: "A payment request with all its steps.",
        schema: .object([
            .required("id", .text()), .required("contract", .text(), "Its number."), .required("installment", .text()),
            .required("currency", .choice(["CNY"])),
            .required("amount", .money, "In all, with what was paid on it."), .required("paid", .money),
            .required("held", .money, "What it keeps from being asked for again."),
            .required("state", .choice(of: RequestState.self)),
            .required("waitsFor", waits, "Whose turn it is; null when it is over."),
            .required("round", .integer(), "1, and one more each time it was confirmed again."),
            .required("requestedBy", .text()), .required("requestedAt", .instant),
            .required("chain", .array(roles), "Who approves, in order; the treasury pays at the end."),
            .required("statement", .reference(statementPin)), .required("payments", .array(.text())),
            .required("steps", .array(.reference(requestStep))),
        ]))

    private static let statementPin = Schema.Component(
        name: "StatementPin", description: "The statement that a request rests on.",
        schema: .object([
            .required("asOf", .day), .required("version", .integer()), .required("payable", .money),
            .required("dossierHash", hash, "SHA-256."), .required("statementHash", hash, "SHA-256."),
        ]))

    private static let requestStep = Schema.Component(
        name: "RequestStep", description: "A step of a payment request.",
        schema: .object([
            .required("entry", .integer(), "Number in the contract's journal."),
            .required("step", .choice(of: RequestEventName.self)), .required("by", .text()),
            .required("at", .instant), .optional("amount", .money), .optional("role", roles),
            .optional("reason", .text()), .optional("payable", .money), .optional("payment", .text()),
        ]))

    static let listedRequest = Schema.Component(
        name: "ListedRequest", description: "A payment request in a list.",
        schema: .object([
            .required("id", .text()), .required("contract", .text()), .required("title", .text()),
            .required("supplier", .text()), .required("installment", .text()), .required("label", .nullable(.text())),
            .required("currency", .choice(["CNY"])), .required("amount", .money), .required("paid", .money),
            .required("state", .choice(of: RequestState.self)), .required("waitsFor", waits),
            .required("requestedBy", .text()), .required("requestedAt", .instant),
        ]))

    static let payment = Schema.Component(
        name: "Payment", description: "A payment on a request, or what came back of it.",
        schema: .object([
            .required("payment", .text(), "Id of the payment."),
            .required("return", .nullable(.text()), "Id of the return; null for a payment."),
            .required("request", .reference(paymentRequest), "As it stands after it."),
        ]))
}
