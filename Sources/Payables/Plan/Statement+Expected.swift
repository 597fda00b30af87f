import Contracts
public import Values

extension Statement {
    /// The day that an installment is due, or before which it cannot be: a lower bound by the terms alone, to plan cash
    /// with (decision 0060). Nil where what is still open has no day of its own (an event, an invoice, an objection),
    /// where it is cancelled, and where the day lies beyond 9999.
    public func expectedOn(_ position: Int) -> CalendarDay? {
        let row = installments[position]
        guard row.status != .cancelled else { return nil }
        if let dueOn = row.dueOn { return dueOn }
        let installment = terms.installments[position]
        let conditions = conditions
        return conditions.earliestDay(of: installment.when, installment: position, payable: row.payable).flatMap {
            limit(of: installment, from: $0)
        }
    }

    /// The day that the schedule names for an installment, whatever has happened since: dates and contract years with
    /// the time to pay added; nil where the terms name none.
    public func plannedOn(_ position: Int) -> CalendarDay? {
        let installment = terms.installments[position]
        return conditions.scheduledDay(of: installment.when).flatMap { limit(of: installment, from: $0) }
    }

    private var conditions: ConditionEvaluator {
        ConditionEvaluator(terms: terms, standing: dossier.standing, asOf: dossier.asOf)
    }

    private func limit(of installment: Installment, from start: CalendarDay) -> CalendarDay? {
        var isCalendarMissing = false
        return try? installment.dueOn(from: start, dossier.calendar, missing: &isCalendarMissing)
    }
}

extension ConditionEvaluator {
    /// A day before which an open condition cannot be met; nil where it is met, or where no part that is open tells.
    /// Of parts that must all be met the latest known day counts, of parts that suffice alone the earliest, if all
    /// are known.
    fileprivate func earliestDay(of condition: Condition, installment: Int, payable: Money) -> CalendarDay? {
        guard evaluate(condition, installment: installment, payable: payable) == .open else { return nil }
        switch condition {
        case .all(let parts):
            return parts.compactMap { earliestDay(of: $0, installment: installment, payable: payable) }.max()
        case .any(let parts):
            let days = parts.map { earliestDay(of: $0, installment: installment, payable: payable) }
            return days.contains(nil) ? nil : days.compactMap(\.self).min()
        default: return expectedDay(of: condition)
        }
    }

    /// The day that dates and contract years alone give.
    fileprivate func scheduledDay(of condition: Condition) -> CalendarDay? {
        switch condition {
        case .date, .yearStarts, .yearElapsed, .yearEnds, .contractEnds: return expectedDay(of: condition)
        case .event, .count, .after, .invoice, .clear: return nil
        case .all(let parts): return parts.compactMap(scheduledDay).max()
        case .any(let parts):
            let days = parts.map(scheduledDay)
            return days.contains(nil) ? nil : days.compactMap(\.self).min()
        }
    }
}
