public import Values

/// In which order contracts are listed; the number makes each of them total.
public enum ContractOrder: String, CaseIterable, Sendable {
    case number
    /// By the due date of the next payment, soonest first; those without a date last.
    case due
    /// What is outstanding, most first.
    case outstanding
}

/// The place of a contract in the orders of the list.
public struct ContractMark: Equatable, Sendable {
    public let number: String
    /// Nil for one without a date.
    public let dueOn: CalendarDay?
    public let outstanding: Money

    /// Takes the parts as they are; those that an order does not look at may be left out.
    public init(number: String, dueOn: CalendarDay? = nil, outstanding: Money = .zero) {
        self.number = number
        self.dueOn = dueOn
        self.outstanding = outstanding
    }
}

extension ListedContract {
    public var mark: ContractMark { ContractMark(number: number, dueOn: nextDueOn, outstanding: outstanding) }
}
