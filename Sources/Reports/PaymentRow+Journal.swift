internal import Audit
internal import Contracts
public import Reperformance
internal import Requests
public import Values

extension PaymentRow {
    /// The payments of a contract from its journal, in the order in which they were recorded: those dated by a day with
    /// what came back of them by then, or for `includingLater` all of them as a bundle tells them.
    public static func rows(
        _ recomputation: inout Recomputation, asOf day: CalendarDay, includingLater: Bool = false
    ) throws(ReperformanceError) -> [PaymentRow] {
        let journal = recomputation.journal
        let facts = journal.facts
        let dossier = try recomputation.dossier(asOf: day)
        let payments = includingLater ? dossier.payments : dossier.paymentsSoFar
        let left = Dictionary(payments.map { ($0.id, $0.left) }, uniquingKeysWith: { $1 })
        do throws(Overflow) {
            let requests = try RequestLedger(journal.requestSteps, payments: left).requests
            var total = Money.zero
            var rows: [PaymentRow] = []
            for payment in payments {
                try total += payment.left
                rows.append(
                    PaymentRow(
                        contract: journal.contract, payment: payment, cumulative: total,
                        request: requests.first { $0.payments.contains(payment.id) }, entry: Entry(facts[payment.fact]))
                )
            }
            return rows
        } catch { throw .uncomputable }
    }
}

extension PaymentRow.Entry {
    fileprivate init(_ sealed: SealedEntry) {
        self.init(
            number: sealed.entry.number, hash: sealed.hash.description, recordedBy: sealed.entry.recordedBy,
            recordedAt: sealed.entry.recordedAt, isImported: sealed.entry.origin == .imported)
    }
}
