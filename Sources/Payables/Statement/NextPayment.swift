public import Values

/// A contract's next payment, as lists show it.
public struct NextPayment: Equatable, Sendable {
    /// Number of the contract.
    public let contract: String
    public let title: String
    public let supplier: String
    /// Id of the first installment that is neither settled nor cancelled.
    public let installment: String
    public let label: String
    /// undetermined, blocked, overdue or due.
    public let status: String
    /// Its outstanding amount.
    public let amount: Money
    /// Nil while its clock has not started.
    public let dueOn: CalendarDay?
    /// What is missing, in the order of payable.md, section 4.
    public let blockedBy: [String]

    /// Takes the row as a list stores it.
    public init(
        contract: String, title: String, supplier: String, installment: String, label: String, status: String,
        amount: Money, dueOn: CalendarDay?, blockedBy: [String]
    ) {
        self.contract = contract
        self.title = title
        self.supplier = supplier
        self.installment = installment
        self.label = label
        self.status = status
        self.amount = amount
        self.dueOn = dueOn
        self.blockedBy = blockedBy
    }
}
