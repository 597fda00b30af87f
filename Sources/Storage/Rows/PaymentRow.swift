internal import Audit
internal import Contracts
internal import Postgres
internal import Requests
internal import Values

/// The row of a payment.
struct PaymentRow: Sendable {
    let contract: String
    let payment: Payment
    let buyer: String
    let origin: EntryOrigin
    /// Id of the payment request it was made on.
    let request: String?

    /// The payments of a journal whose facts are `dossier.facts`; voided ones first, so that a voucher is free again
    /// before it is used again.
    static func rows(_ journal: ContractJournal, _ dossier: Dossier, _ ledger: RequestLedger) -> [PaymentRow] {
        let payments = dossier.payments
        if payments.isEmpty { return [] }
        let facts = journal.facts
        let rows = payments.map { payment in
            PaymentRow(
                contract: journal.head.entry.contract, payment: payment, buyer: dossier.standing.terms.buyer,
                origin: facts[payment.fact].entry.origin,
                request: ledger.requests.first { $0.payments.contains(payment.id) }?.id)
        }
        return rows.filter(\.payment.isVoided) + rows.filter { !$0.payment.isVoided }
    }

    static let table = Table<PaymentRow>(
        "payment", key: 2,
        [
            Column("contract", .text) { .text($0.contract) },
            Column("fact_id", .text) { .text($0.payment.id) },
            Column("installment", .text) { .text($0.payment.installment) },
            Column("buyer", .text) { .text($0.buyer) },
            Column("paid_on", .date) { .day($0.payment.on) },
            Column("year", .integer) { .int64(Int64($0.payment.on.year)) },
            Column("voucher", .text) { .text($0.payment.voucher) },
            Column("fund_source", .text) { .text($0.payment.fundSource) },
            Column("amount_fen", .bigint) { .money($0.payment.amount) },
            Column("returned_fen", .bigint) { .money($0.payment.returned) },
            Column("origin", .text) { .text($0.origin.rawValue) },
            Column("request", .text) { .text($0.request) },
            Column("voided", .boolean) { .bool($0.payment.isVoided) },
        ])
}
