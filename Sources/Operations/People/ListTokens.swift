internal import Storage
public import Values

/// A token in a listing.
public struct ListedToken: Equatable, Sendable {
    public let id: Int64
    /// Name of the account.
    public let account: String
    public let label: String
    public let createdAt: Instant
    public let expiresAt: Instant
    /// Nil while it was not revoked.
    public let revokedAt: Instant?
    /// Nil for never.
    public let lastUsedOn: CalendarDay?
}

extension Workspace {
    /// The tokens of an account, or of all for nil, those that are over included.
    public func tokens(
        of name: String? = nil, by caller: Caller = .console
    ) async throws(OperationError) -> [ListedToken] {
        try await administering(.listTokens, by: caller) { session in
            try await session.tokens(of: name).map { token in
                ListedToken(
                    id: token.id, account: token.account, label: token.label,
                    createdAt: Instant(microseconds: token.createdAt),
                    expiresAt: Instant(microseconds: token.expiresAt),
                    revokedAt: token.revokedAt.map { Instant(microseconds: $0) },
                    lastUsedOn: token.lastUsedOn.flatMap { CalendarDay(daysSince1970: Int($0)) })
            }
        }
    }
}
