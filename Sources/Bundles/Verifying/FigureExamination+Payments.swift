internal import Audit
internal import Contracts
internal import Payables
internal import Reperformance
internal import Requests
internal import Values

extension FigureExamination {
    /// Holds a recorded payment against what was payable when it was recorded, and against the request that it was made
    /// on.
    mutating func examinePayment(_ id: String, _ entry: JournalEntry) throws(ReperformanceError) {
        counts.payments += 1
        let step = steps.first { $0.entry > entry.number && $0.event.step == .paid(payment: id) }
        let own = step.map { journal.entries[$0.entry - 1].entry }
        guard let day = own?.occurredOn ?? entry.recordedAt.dayInChina else { throw .uncomputable }
        if let step {
            guard step.entry == entry.number + 1 else { return fault(.paymentRefused, entry, step.event.request) }
            try examineRequest(id, entry, step, day)
        }
        guard let excess = try excess(of: id, entry, day) else { return }
        // A clock at midnight may give the day before to what nothing else dates.
        if own == nil, let before = try? day.adding(days: -1), try self.excess(of: id, entry, before) == nil { return }
        fault(excess, entry, id)
    }

    /// Whether the request was approved to the end, asked for so much, and still rested on the same payable.
    private mutating func examineRequest(
        _ id: String, _ entry: JournalEntry, _ step: RecordedStep, _ today: CalendarDay
    ) throws(ReperformanceError) {
        let before = try recomputation.outcome(
            entries: entry.number - 1, asOf: today, knownAt: entry.recordedAt)
        let ledger = try before.ledger(steps(before: entry.number))
        let payment = try recomputation.payment(id, entries: entry.number, asOf: today)
        guard let request = ledger[step.event.request], let payment, payment.installment == request.installment,
            let pin = before.pin(of: request.installment, version: entry.number - 1)
        else { return fault(.paymentRefused, entry, RequestRefusal.notOpen.rawValue) }
        let facts = journal.facts
        let assessors = before.statement.resultFacts(of: request.installment).map { facts[$0].entry.recordedBy }
        let context = DecisionContext(
            name: step.by, roles: [], isTreasury: true, isAssessor: assessors.contains(step.by),
            standing: try before.standing(of: request.installment, pin, ledger), chain: request.claim.chain)
        do throws(RequestRefusal) {
            try request.checkPayment(of: payment.amount, on: payment.on, in: context, today: today)
        } catch { fault(.paymentRefused, entry, error.rawValue) }
    }

    /// The rule of the database (record 0011): what is paid of an installment with what requests hold is within its
    /// payable, and all that is paid within the price. Nil where that is so.
    private mutating func excess(
        of id: String, _ entry: JournalEntry, _ day: CalendarDay
    ) throws(ReperformanceError) -> BundleFault.Code? {
        // The steps that were written in the same go.
        let next = journal.entries.dropFirst(entry.number).prefix { sealed in
            guard sealed.entry.recordedAt == entry.recordedAt, case .request(let event) = sealed.entry.kind else {
                return false
            }
            switch event.step {
            case .paid(let payment): return payment == id
            case .stale: return true
            default: return false
            }
        }
        let count = entry.number + next.count
        let after = try recomputation.outcome(entries: count, asOf: day, knownAt: entry.recordedAt)
        let payments = after.statement.dossier.payments
        guard let payment = payments.first(where: { $0.id == id }),
            let pin = after.pin(of: payment.installment, version: count)
        else { return .paymentAbovePayable }
        let ledger = try after.ledger(steps(before: count + 1))
        do throws(Overflow) {
            var (here, inAll) = (Money.zero, Money.zero)
            for other in payments {
                try inAll += other.left
                if other.installment == payment.installment { try here += other.left }
            }
            try here += ledger.held(on: payment.installment)
            if here > pin.payable { return .paymentAbovePayable }
            return inAll > after.statement.terms.price ? .paymentAbovePrice : nil
        } catch { throw .uncomputable }
    }
}
