import Operations

/// Who calls, in the columns of the table of calls.
enum MatrixPerson: Hashable, Sendable {
    /// Presents nothing.
    case nobody
    /// Has one role, in the department of the contracts.
    case role(Role)
    /// Has all roles, in another department.
    case stranger
    /// An officer whose session is over.
    case expired
    /// An officer's program whose token was revoked.
    case revoked
    /// Has all roles, in the department; the account is disabled.
    case disabled

    static let all = [nobody] + Role.allCases.map { .role($0) } + [stranger, expired, revoked, disabled]

    var name: String {
        switch self {
        case .nobody: "nobody"
        case .role(let role): role.rawValue
        case .stranger: "stranger"
        case .expired: "expired"
        case .revoked: "revoked"
        case .disabled: "disabled"
        }
    }

    /// Whether the service knows who it is.
    var isKnown: Bool {
        switch self {
        case .role, .stranger: true
        case .nobody, .expired, .revoked, .disabled: false
        }
    }
}
