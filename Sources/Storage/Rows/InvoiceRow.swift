internal import Contracts
internal import Postgres
internal import Values

/// The row of an invoice fact, dated ahead or not.
struct InvoiceRow: Sendable {
    let contract: String
    let factID: String
    let installment: String
    let supplier: String
    let number: String
    let invoicedOn: CalendarDay
    let amount: Money
    let isVoided: Bool

    /// The invoices of a dossier; voided ones first, so that a number is free again before it is used again.
    static func rows(_ contract: String, _ dossier: Dossier) -> [InvoiceRow] {
        let voided = dossier.standing.voided
        let rows = dossier.facts.enumerated().compactMap { position, fact -> InvoiceRow? in
            guard case .invoice(let installment, let number, let amount) = fact.kind else { return nil }
            return InvoiceRow(
                contract: contract, factID: fact.id, installment: installment,
                supplier: dossier.standing.terms.supplier,
                number: number, invoicedOn: fact.on, amount: amount, isVoided: voided.contains(position))
        }
        return rows.filter(\.isVoided) + rows.filter { !$0.isVoided }
    }
}

extension InvoiceRow {
    static let table = Table<InvoiceRow>(
        "invoice", key: 2,
        [
            Column("contract", .text) { .text($0.contract) },
            Column("fact_id", .text) { .text($0.factID) },
            Column("installment", .text) { .text($0.installment) },
            Column("supplier", .text) { .text($0.supplier) },
            Column("number", .text) { .text($0.number) },
            Column("invoiced_on", .date) { .day($0.invoicedOn) },
            Column("amount_fen", .bigint) { .money($0.amount) },
            Column("voided", .boolean) { .bool($0.isVoided) },
        ])
}
