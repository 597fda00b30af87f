internal import Audit
internal import Contracts
internal import Payables
internal import Reperformance
internal import Values

extension Examiner {
    /// Money of an installment that came, or has not come, after the day it had to.
    mutating func findLateness(of position: Int, _ known: KnownContract) {
        let row = known.statement.installments[position]
        let installment = known.statement.terms.installments[position]
        guard let start = row.startedOn, let dueOn = row.dueOn else { return }
        let agreed = known.statement.terms.lateInterest
        let rule = installment.kind == .holdback ? ExaminationRule.holdbackOverdue : .paidLate
        do throws(Overflow) {
            try find(Deadline(rule: rule, day: dueOn, rate: agreed), position, known)
            guard let day = try statutoryDay(known, installment, start, dueOn) else { return }
            let rate = agreed ?? parameters.statutoryInterest
            try find(Deadline(rule: .statutoryLate, day: day, rate: rate), position, known)
        } catch { cannotCompute(contract.journal.head.entry, .uncomputable) }
    }

    /// The last day on which a small or medium enterprise may be paid (条例 art. 9); nil where the Regulation does not
    /// say: other suppliers, contracts older than it, advances (nothing is delivered yet) and holdbacks.
    private func statutoryDay(
        _ known: KnownContract, _ installment: Installment, _ start: CalendarDay, _ dueOn: CalendarDay
    ) throws(Overflow) -> CalendarDay? {
        guard contract.isSmallSupplier ?? parameters.takesUnknownSuppliersForSmall,
            known.statement.dossier.contract.signedOn >= SmallBusinessRegulation.inForceSince,
            installment.kind != .advance, installment.kind != .holdback
        else { return nil }
        let days = installment.within == nil ? parameters.statutoryDays : parameters.longestAgreedDays
        var isMissing = false
        let limit = try known.statement.dossier.calendar.due(on: try start.adding(days: days), missing: &isMissing)
        return installment.within == nil ? limit : min(dueOn, limit)
    }

    private mutating func find(_ deadline: Deadline, _ position: Int, _ known: KnownContract) throws(Overflow) {
        let row = known.statement.installments[position]
        let installment = known.statement.terms.installments[position].id
        var open: [Waiting]?
        var room = row.payable
        let payments = known.payments.filter { $0.installment == installment }
        for payment in payments.sorted(by: { ($0.on, $0.fact) < ($1.on, $1.fact) }) where payment.left > .zero {
            let owed = min(payment.left, room)
            try room -= owed
            guard owed > .zero, payment.on > deadline.day else { continue }
            let record = known.records[payment.fact]
            let missing = open ?? waiting(for: installment, on: deadline.day)
            open = missing
            findings.append(
                AuditFinding(
                    deadline.rule, number, installment: installment, subject: payment.id, entry: record.entry.number,
                    on: payment.on, amount: owed, people: [record.entry.recordedBy],
                    .late(try lateness(deadline, owed, until: payment.on), stillUnpaid: false, openThen: missing)))
        }
        guard contract.asOf > deadline.day, row.outstanding > .zero, row.status == .due || row.status == .overdue
        else { return }
        findings.append(
            AuditFinding(
                deadline.rule, number, installment: installment, subject: installment, on: contract.asOf,
                amount: row.outstanding,
                .late(
                    try lateness(deadline, row.outstanding, until: contract.asOf), stillUnpaid: true,
                    openThen: open ?? waiting(for: installment, on: deadline.day))))
    }

    /// Interest is the product of amount, rate and days, computed exactly and rounded once.
    private func lateness(
        _ deadline: Deadline, _ amount: Money, until day: CalendarDay
    ) throws(Overflow) -> FindingDetail.Lateness {
        let days = day.days(since: deadline.day)
        let interest = try deadline.rate.map { rate throws(Overflow) in
            try amount.share(rate, times: ExactDecimal(mantissa: Int128(days), scale: 0))
        }
        return FindingDetail.Lateness(
            dueOn: deadline.day, days: days, interest: interest, rate: deadline.rate,
            isScaleUnknown: deadline.rule == .statutoryLate && contract.isSmallSupplier == nil)
    }

    /// What kept an installment from being paid on a day, as known now; nothing where that cannot be computed.
    private mutating func waiting(for installment: String, on day: CalendarDay) -> [Waiting] {
        let outcome = try? recomputation.outcome(
            entries: contract.journal.entries.count, asOf: day, knownAt: Instant(microseconds: .max))
        guard let statement = outcome?.statement, let position = statement.terms.position(of: installment) else {
            return []
        }
        return statement.waiting(for: position)
    }
}

/// A day by which money has to be out.
private struct Deadline {
    let rule: ExaminationRule
    let day: CalendarDay
    /// A day; nil where lateness costs nothing.
    let rate: Percentage?
}

/// 保障中小企业款项支付条例.
private enum SmallBusinessRegulation {
    /// Decree 728 came into force on 2020-09-01; Decree 802, which revised it on 2025-06-01, changed neither the days
    /// nor the rate. Contracts are judged that were signed since.
    static let inForceSince = CalendarDay(year: 2020, month: 9, day: 1) ?? .last
}
