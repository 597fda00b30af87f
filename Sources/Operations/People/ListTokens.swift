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
            try await session.tokens(of: name).map(ListedToken.init)
        }
    }

    /// A page of them, the newest first, below the number of one.
    public func tokens(
        of name: String?, below id: Int64 = .max, limit: Int, by caller: Caller = .console
    ) async throws(OperationError) -> [ListedToken] {
        try await administering(.listTokens, by: caller) { session in
            try await session.tokens(of: name, below: id, limit: limit).map(ListedToken.init)
        }
    }

    /// The token of a number. Throws ``AccountRefusal/unknownToken``.
    public func token(_ id: Int64, by caller: Caller = .console) async throws(OperationError) -> ListedToken {
        try await administering(.listTokens, by: caller) { session in
            guard let stored = try await session.token(id) else { throw AccountRefusal.unknownToken }
            return ListedToken(stored)
        }
    }
}

extension ListedToken {
    fileprivate init(_ token: StoredToken) {
        self.init(
            id: token.id, account: token.account, label: token.label,
            createdAt: Instant(microseconds: token.createdAt), expiresAt: Instant(microseconds: token.expiresAt),
            revokedAt: token.revokedAt.map { Instant(microseconds: $0) },
            lastUsedOn: token.lastUsedOn.flatMap { CalendarDay(daysSince1970: Int($0)) })
    }
}
