package import Storage
internal import Values

extension ContractMark {
    /// What a cursor of a list in the order keeps of the mark.
    package func keys(in order: ContractOrder) -> [String] {
        switch order {
        case .number: [number]
        case .due: [dueOn?.description ?? "", number]
        case .outstanding: [outstanding.description, number]
        }
    }
}

extension Page {
    /// Behind which contract the page begins; nil for the first page.
    package func mark(in order: ContractOrder) throws(Refusal) -> ContractMark? {
        guard order != .number else { return try keys(1).map { ContractMark(number: $0[0]) } }
        guard let keys = try keys(2) else { return nil }
        let (key, number) = (keys[0], keys[1])
        if order == .outstanding {
            guard let money = Money(key) else { throw Self.foreignCursor }
            return ContractMark(number: number, outstanding: money)
        }
        guard key.isEmpty || CalendarDay(key) != nil else { throw Self.foreignCursor }
        return ContractMark(number: number, dueOn: CalendarDay(key))
    }
}
