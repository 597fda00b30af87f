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
            if let open = try openConditions(at: payment, record.entry) {
                findings.append(
                    finding(open.isHoldback ? .holdbackEarly : .paidBeforeAcceptance, payment, record, open.detail))
            }
            if let excess = try excess(at: payment, record.entry) {
                findings.append(finding(.paidAbovePayable, payment, record, excess))
            }
        } catch { cannotCompute(record.entry, error) }
    }

    private func finding(
        _ rule: ExaminationRule, _ payment: Contracts.Payment, _ record: KnownContract.Record, _ detail: FindingDetail
    ) -> Finding {
        Finding(
            rule, number, installment: payment.installment, subject: payment.id, entry: record.entry.number,
            on: payment.on, amount: payment.amount, people: [record.entry.recordedBy], detail)
    }

    /// What was known when a payment was made: of one that was recorded, what stood before it; of an imported one, what
    /// was imported with it, in whatever order.
    private func known(at entry: JournalEntry, including isIncluded: Bool) -> ContractJournal? {
        let entries = contract.journal.entries
        if entry.origin == .recorded { return contract.journal.first(isIncluded ? entry.number : entry.number - 1) }
        let end = entries[(entry.number - 1)...].firstIndex { $0.entry.origin == .recorded } ?? entries.count
        return contract.journal.first(end)
    }

    /// Nil where nothing was open on the day of the payment.
    private func openConditions(
        at payment: Contracts.Payment, _ entry: JournalEntry
    ) throws(ReperformanceError) -> (detail: FindingDetail, isHoldback: Bool)? {
        guard let known = known(at: entry, including: false)?.without(entry, payment) else { throw .uncomputable }
        let statement = try statement(of: known, at: payment, entry)
        guard let position = statement.terms.position(of: payment.installment) else { return nil }
        let row = statement.installments[position]
        let isHoldback = statement.terms.installments[position].kind == .holdback
        switch row.status {
        case .settled, .due, .overdue: return nil
        case .cancelled: return (.openConditions([], isCancelled: true), isHoldback)
        case .blocked, .undetermined:
            let isEarly = isHoldback && row.blockers.when
            return (.openConditions(statement.waiting(for: position), isCancelled: false), isEarly)
        }
    }

    /// Nil where no more was paid than was payable.
    private func excess(
        at payment: Contracts.Payment, _ entry: JournalEntry
    ) throws(ReperformanceError) -> FindingDetail? {
        guard let known = known(at: entry, including: true) else { throw .uncomputable }
        let statement = try statement(of: known, at: payment, entry)
        guard let position = statement.terms.position(of: payment.installment) else { return nil }
        let row = statement.installments[position]
        let excess = min(row.overpaid, payment.amount)
        guard excess > .zero else { return nil }
        return .abovePayable(excess: excess, paid: row.paid, payable: row.payable)
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
    /// As if nothing had been paid of an installment by an imported history: what was open must show though the money
    /// is out. Of recorded payments the journal before them shows it.
    fileprivate func without(_ entry: JournalEntry, _ payment: Contracts.Payment) -> ContractJournal? {
        if entry.origin == .recorded { return self }
        var dropped: Set<String> = []
        let kept = entries.filter { sealed in
            guard case .fact(let kind, let id) = sealed.entry.kind else { return true }
            let place = PayloadPlace(sealed.entry.payload)
            switch kind {
            case .paid, .returned: if place.installment != payment.installment { return true }
            case .voided: if !dropped.contains(place.fact) { return true }
            default: return true
            }
            dropped.insert(id)
            return false
        }
        return ContractJournal(kept)
    }
}
