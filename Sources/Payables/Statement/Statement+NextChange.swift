import Contracts
public import Values

extension Statement {
    /// The first day after this statement's on which it may read differently without a new fact: a computed date
    /// arrives, a due date passes, a fact dated ahead takes effect. Nil where no such day is known. Days overdue and
    /// late interest grow daily and do not count.
    public var nextChangeOn: CalendarDay? {
        let asOf = dossier.asOf
        var earliest: CalendarDay?
        func consider(_ day: CalendarDay?) {
            guard let day, day > asOf, day < earliest ?? .last else { return }
            earliest = day
        }
        for fact in dossier.facts { consider(fact.on) }
        let conditions = ConditionEvaluator(terms: terms, standing: dossier.standing, asOf: asOf)
        for (position, row) in installments.enumerated() {
            for day in conditions.expectedDays(of: terms.installments[position].when) { consider(day) }
            if row.status != .settled, row.status != .cancelled {
                consider(row.dueOn.flatMap { try? $0.adding(days: 1) })
            }
        }
        return earliest
    }
}

extension ConditionEvaluator {
    /// The expected days of a condition and of all its parts.
    fileprivate func expectedDays(of condition: Condition) -> [CalendarDay] {
        switch condition {
        case .all(let parts), .any(let parts): parts.flatMap { expectedDays(of: $0) }
        default: expectedDay(of: condition).map { [$0] } ?? []
        }
    }
}
