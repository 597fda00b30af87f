internal import Audit
internal import Contracts
internal import Payables
internal import Reperformance
internal import Values

extension Examiner {
    /// Holds a payment against the statement of its day, as known then.
    mutating func examine(_ payment: Contracts.Payment, _ known: KnownContract) {
        let record = known.records[payment.fact]
        do throws(ReperformanceError) {
            guard let before = try before(payment, record.entry) else { return }
            if let open = before.open {
                findings.append(
                    finding(before.isHoldbackClosed ? .holdbackEarly : .paidBeforeAcceptance, payment, record, open))
            }
            let (paid, payable) = (try paid(with: payment, record.entry, before), before.row.payable)
            guard paid > payable else { return }
            // Of what is too much only this payment's part.
            let excess = min(Int128(paid.fen) - Int128(payable.fen), Int128(payment.amount.fen))
            findings.append(
                finding(
                    .paidAbovePayable, payment, record,
                    .abovePayable(excess: Money(fen: Int64(excess)), paid: paid, payable: payable)))
        } catch { cannotCompute(record.entry, error) }
    }

    private func finding(
        _ rule: ExaminationRule, _ payment: Contracts.Payment, _ record: KnownContract.Record, _ detail: FindingDetail
    ) -> AuditFinding {
        AuditFinding(
            rule, number, installment: payment.installment, subject: payment.id, entry: record.entry.number,
            on: payment.on, amount: payment.amount, people: [record.entry.recordedBy], detail)
    }

    /// How an installment stood on the day of a payment, without it.
    private struct Before {
        let open: FindingDetail?
        let isHoldbackClosed: Bool
        let row: InstallmentStatement
    }

    /// Nil where the terms did not have the installment.
    private func before(
        _ payment: Contracts.Payment, _ entry: JournalEntry
    ) throws(ReperformanceError) -> Before? {
        let known =
            entry.origin == .recorded
            ? contract.journal.first(entry.number - 1)
            : contract.journal.imported(with: entry).without(paymentsOf: payment.installment)
        guard let known else { throw .uncomputable }
        let statement = try statement(of: known, at: payment, entry)
        guard let position = statement.terms.position(of: payment.installment) else { return nil }
        let row = statement.installments[position]
        let open: FindingDetail? =
            switch row.status {
            case .settled, .due, .overdue: nil
            case .cancelled: .openConditions([], isCancelled: true)
            case .blocked, .undetermined: .openConditions(statement.waiting(for: position), isCancelled: false)
            }
        let isHoldback = statement.terms.installments[position].kind == .holdback
        return Before(open: open, isHoldbackClosed: isHoldback && row.blockers.when, row: row)
    }

    /// What was paid of the installment with the payment; the payable does not depend on it.
    private func paid(
        with payment: Contracts.Payment, _ entry: JournalEntry, _ before: Before
    ) throws(ReperformanceError) -> Money {
        if entry.origin == .recorded {
            do throws(Overflow) { return try before.row.paid + payment.amount } catch { throw .uncomputable }
        }
        let statement = try statement(of: contract.journal.imported(with: entry), at: payment, entry)
        let position = statement.terms.position(of: payment.installment)
        return position.map { statement.installments[$0].paid } ?? payment.amount
    }

    private func statement(
        of known: ContractJournal, at payment: Contracts.Payment, _ entry: JournalEntry
    ) throws(ReperformanceError) -> Payables.Statement {
        var then = Recomputation(known, contract.calendars)
        return try then.outcome(
            entries: known.entries.count, asOf: payment.on, knownAt: entry.recordedAt
        ).statement
    }
}

extension ContractJournal {
    /// What an imported entry was imported with, and what stood before: the order within an import tells nothing.
    fileprivate func imported(with entry: JournalEntry) -> ContractJournal {
        let end = entries[(entry.number - 1)...].firstIndex { $0.entry.origin == .recorded }
        return first(end ?? entries.count) ?? self
    }

    /// As if nothing had been paid of an installment: what was open must show though the money is out.
    fileprivate func without(paymentsOf installment: String) -> ContractJournal? {
        var dropped: Set<String> = []
        let kept = entries.filter { sealed in
            guard case .fact(let kind, let id) = sealed.entry.kind else { return true }
            let place = PayloadPlace(sealed.entry.payload)
            switch kind {
            case .paid, .returned: if place.installment != installment { return true }
            case .voided: if !dropped.contains(place.fact) { return true }
            default: return true
            }
            dropped.insert(id)
            return false
        }
        return ContractJournal(kept)
    }
}
