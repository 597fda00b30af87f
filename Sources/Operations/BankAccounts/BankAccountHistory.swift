public import Values

/// All changes of a supplier's bank account in one department.
public struct BankAccountHistory: Equatable, Sendable {
    public let department: Department
    /// As last written.
    public let supplier: String
    /// In the order of their numbers.
    public let changes: [BankAccountChange]

    /// The change whose account money was to be paid to at a moment: of those in effect the one proposed last. Nil
    /// where none was.
    public func inForce(at moment: Instant) -> BankAccountChange? {
        changes.last { change in
            if case .effective = change.state(at: moment) { true } else { false }
        }
    }

    /// The changes that might come into force after a moment: open or cooling.
    public func pending(at moment: Instant) -> [BankAccountChange] {
        changes.filter { change in
            switch change.state(at: moment) {
            case .open, .cooling: true
            case .effective, .rejected, .withdrawn, nil: false
            }
        }
    }
}
