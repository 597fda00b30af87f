internal import Audit
internal import Contracts
internal import Reperformance
internal import Reports
internal import Requests
internal import Tables
internal import Values

/// Every payment of a contract with its request and approvals, and the sum so far: payments.csv.
struct PaymentHistory {
    let bytes: [UInt8]
    let count: Int

    /// From the journal, as of a day. Throws ``ReperformanceError/uncomputable``.
    init(_ recomputation: inout Recomputation, asOf day: CalendarDay) throws(ReperformanceError) {
        let journal = recomputation.journal
        let facts = journal.facts
        let payments = try recomputation.dossier(asOf: day).payments
        let requests = try Self.requests(journal, payments)
        var csv = CSVOutput(PaymentRow.form.head(), in: .chinese)
        var total = Money.zero
        for payment in payments {
            do throws(Overflow) { try total += payment.left } catch { throw .uncomputable }
            let sealed = facts[payment.fact]
            let row = PaymentRow(
                contract: sealed.entry.contract, payment: payment, cumulative: total,
                request: requests.first { $0.payments.contains(payment.id) },
                entry: PaymentRow.Entry(
                    number: sealed.entry.number, hash: sealed.hash.description, recordedBy: sealed.entry.recordedBy,
                    recordedAt: sealed.entry.recordedAt, isImported: sealed.entry.origin == .imported))
            csv.append(PaymentRow.form.cells(of: row))
        }
        bytes = csv.takeBytes()
        count = payments.count
    }

    private static func requests(
        _ journal: ContractJournal, _ payments: [Payment]
    ) throws(ReperformanceError) -> [PaymentRequest] {
        let left = Dictionary(payments.map { ($0.id, $0.left) }, uniquingKeysWith: { $1 })
        do throws(Overflow) { return try RequestLedger(journal.requestSteps, payments: left).requests } catch {
            throw .uncomputable
        }
    }
}
