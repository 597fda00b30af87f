internal import Audit
internal import Contracts
internal import Postgres
internal import Values

/// The row of a payment fact, dated ahead or not, with what came back of it.
struct PaymentRow: Sendable {
    let contract: String
    let factID: String
    let installment: String
    let buyer: String
    let paidOn: CalendarDay
    let voucher: String?
    let fundSource: String?
    let amount: Money
    var returned: Money
    let origin: EntryOrigin
    let isVoided: Bool
}

extension PaymentRow {
    /// The payments of a journal whose facts are `dossier.facts`; voided ones first, so that a voucher is free again
    /// before it is used again.
    static func rows(_ journal: ContractJournal, _ dossier: Dossier) -> [PaymentRow] {
        let voided = dossier.standing.voided
        var rows: [PaymentRow] = []
        var returns: [(installment: String, amount: Money, payment: String?)] = []
        for (position, fact) in dossier.facts.enumerated() {
            switch fact.kind {
            case .paid(let installment, let amount, let voucher, let fundSource):
                rows.append(
                    PaymentRow(
                        contract: journal.head.entry.contract, factID: fact.id, installment: installment,
                        buyer: dossier.standing.terms.buyer, paidOn: fact.on, voucher: voucher, fundSource: fundSource,
                        amount: amount, returned: .zero, origin: journal.entries[position + 1].entry.origin,
                        isVoided: voided.contains(position)))
            case .returned(let installment, let amount, let payment) where !voided.contains(position):
                returns.append((installment, amount, payment))
            default: continue
            }
        }
        // Those that name their payment first; the rest falls on the latest payments that have something left.
        for back in returns where back.payment != nil {
            rows.take(back.amount, of: back.installment) { $0.factID == back.payment }
        }
        for back in returns where back.payment == nil { rows.take(back.amount, of: back.installment) { _ in true } }
        return rows.filter(\.isVoided) + rows.filter { !$0.isVoided }
    }

    static let table = Table<PaymentRow>(
        "payment", key: 2,
        [
            Column("contract", .text) { .text($0.contract) },
            Column("fact_id", .text) { .text($0.factID) },
            Column("installment", .text) { .text($0.installment) },
            Column("buyer", .text) { .text($0.buyer) },
            Column("paid_on", .date) { .day($0.paidOn) },
            Column("year", .integer) { .int64(Int64($0.paidOn.year)) },
            Column("voucher", .text) { .text($0.voucher) },
            Column("fund_source", .text) { .text($0.fundSource) },
            Column("amount_fen", .bigint) { .money($0.amount) },
            Column("returned_fen", .bigint) { .money($0.returned) },
            Column("origin", .text) { .text($0.origin.rawValue) },
            Column("voided", .boolean) { .bool($0.isVoided) },
        ])
}

extension [PaymentRow] {
    /// Lays a return on the payments of an installment, the latest first.
    fileprivate mutating func take(_ amount: Money, of installment: String, from isMeant: (PaymentRow) -> Bool) {
        var left = amount.fen
        let order = indices.filter { !self[$0].isVoided && self[$0].installment == installment && isMeant(self[$0]) }
            .sorted { (self[$0].paidOn, $0) > (self[$1].paidOn, $1) }
        for index in order where left > 0 {
            let part = Swift.min(left, self[index].amount.fen - self[index].returned.fen)
            self[index].returned.fen += part
            left -= part
        }
    }
}
