internal import Passwords
internal import Storage
public import Values

/// A token for a program, at the one moment at which its text is known.
public struct IssuedToken: Equatable, Sendable {
    public let id: Int64
    /// To be shown once; only its hash is stored.
    public let text: String
    public let expiresAt: Instant
}

extension Workspace {
    /// Issues a token by which a program acts as an account for some days, 366 at most. The same request again issues
    /// no second one: ``AccountRefusal/tokenIssued``, for the first one's text is known to nobody but its reader.
    public func issueToken(
        for name: String, label: String, days: Int = 90, requestKey: String? = nil, by caller: Caller = .console
    ) async throws(OperationError) -> IssuedToken {
        guard (1...366).contains(days) else { throw .account(.expiryForm) }
        let token = SecretToken.random(.access)
        let now = effects.now()
        let end = Instant(microseconds: now.microseconds + Int64(days) * 86_400_000_000)
        return try await administering(.issueToken, name, detail: label, by: caller) { session in
            guard let account = try await session.lockAccount(named: name) else { throw AccountRefusal.unknownAccount }
            let id = try await session.addToken(
                token.hash, of: account.id, label: label, at: now.microseconds, until: end.microseconds,
                requestKey: requestKey)
            return IssuedToken(id: id, text: token.text, expiresAt: end)
        }
    }
}
