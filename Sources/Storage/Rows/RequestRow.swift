internal import Postgres
internal import Requests

/// The row of a payment request.
struct RequestRow: Sendable {
    let contract: String
    let buyer: String
    let request: PaymentRequest

    static let table = Table<RequestRow>(
        "payment_request", key: 1,
        [
            Column("id", .text) { .text($0.request.id) },
            Column("contract", .text) { .text($0.contract) },
            Column("installment", .text) { .text($0.request.installment) },
            Column("buyer", .text) { .text($0.buyer) },
            Column("amount_fen", .bigint) { .money($0.request.claim.amount) },
            Column("paid_fen", .bigint) { .money($0.request.paid) },
            Column("state", .text) { .text($0.request.state.rawValue) },
            Column("waits_for", .text) { .text($0.request.waitsFor?.name) },
            Column("round", .integer) { .int64(Int64($0.request.round)) },
            Column("acted", .names) { .names($0.request.acted) },
            Column("requested_by", .text) { .text($0.request.requestedBy) },
            Column("requested_at", .instant) { .instant($0.request.requestedAt) },
        ])
}
