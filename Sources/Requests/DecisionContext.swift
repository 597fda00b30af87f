public import Values

/// Who decides, and how the installment stands at that moment.
public struct DecisionContext: Sendable {
    public let name: String
    public let roles: Set<ApprovalRole>
    /// Whether they belong to the treasury (国库支付).
    public let isTreasury: Bool
    /// Whether they recorded the assessment that decides the installment.
    public let isAssessor: Bool
    public let standing: InstallmentStanding
    /// The steps of the department's chain now.
    public let chain: [ApprovalRole]

    /// Takes the parts as they are.
    public init(
        name: String, roles: Set<ApprovalRole>, isTreasury: Bool, isAssessor: Bool, standing: InstallmentStanding,
        chain: [ApprovalRole]
    ) {
        self.name = name
        self.roles = roles
        self.isTreasury = isTreasury
        self.isAssessor = isAssessor
        self.standing = standing
        self.chain = chain
    }
}

/// How an installment stands when somebody asks for money on it.
public struct InstallmentStanding: Sendable {
    /// Nil where the terms no longer have it.
    public let pin: StatementPin?
    /// Whether it is due or overdue with nothing blocking.
    public let isPayable: Bool
    public let outstanding: Money
    /// What open requests keep of it.
    public let held: Money

    /// Takes the parts as they are.
    public init(pin: StatementPin?, isPayable: Bool, outstanding: Money, held: Money) {
        self.pin = pin
        self.isPayable = isPayable
        self.outstanding = outstanding
        self.held = held
    }

    /// What a new request may ask for.
    public var available: Money { Money(fen: max(0, outstanding.fen - held.fen)) }
}
