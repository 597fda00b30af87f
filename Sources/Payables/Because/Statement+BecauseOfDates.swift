import Contracts
import Values

extension Statement {
    func becauseOfStart(_ position: Int) -> Because {
        let clause = clause(position, "when")
        guard let day = installments[position].startedOn else { return Because(.notStarted, clause) }
        return Because(.started, clause, [.init("result", .day(day))])
    }

    func becauseOfDueDate(_ position: Int) -> Because {
        let row = installments[position]
        guard let start = row.startedOn, let due = row.dueOn else { return Because(.notStarted, clause(position, "when")) }
        let (rule, count): (Because.Rule, Int) =
            switch terms.installments[position].within {
            case nil: (.dueAtOnce, 0)
            case .days(let days): (.dueDays, days)
            case .workingDays(let days): (.dueWorkingDays, days)
            case .months(let months): (.dueMonths, months)
            }
        guard rule != .dueAtOnce else { return Because(.dueAtOnce, clause(position, "when"), [.init("result", .day(due))]) }
        let inputs: [Because.Input] = [
            .init("start", .day(start)), .init("count", .number(ExactDecimal(mantissa: Int128(count), scale: 0))),
            .init("result", .day(due)),
        ]
        return Because(rule, clause(position, "within"), inputs)
    }
}
