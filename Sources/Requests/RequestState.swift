/// Where a payment request stands (api.md, section 2).
public enum RequestState: String, CaseIterable, Sendable {
    /// Waits for approvals.
    case submitted
    /// Approved to the end; nothing is paid on it.
    case approved
    /// A part is paid.
    case partlyPaid = "partly-paid"
    /// All of it is paid.
    case paid
    /// A part was paid and the rest given up.
    case closed
    case rejected
    case withdrawn
    /// What is payable changed; to be withdrawn or confirmed again.
    case stale

    /// Whether it keeps its rest from being asked for again.
    public var holds: Bool { self == .submitted || self == .approved || self == .partlyPaid }
}

/// Whom a payment request waits for.
public enum RequestWait: Equatable, Sendable {
    case approval(ApprovalRole)
    case treasury
    case requester

    /// The word for it: a role's name, or `requester`.
    public var name: String {
        switch self {
        case .approval(let role): role.rawValue
        case .treasury: "treasury"
        case .requester: "requester"
        }
    }
}
