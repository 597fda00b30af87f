internal import Passwords
internal import Storage
internal import Values

extension Workspace {
    /// Who presents a session's or a program's token, with the rights of this moment. Everything that does not work is
    /// ``OperationError/notAuthenticated``: unknown, expired, revoked, or of a disabled account.
    public func authenticate(_ token: String) async throws(OperationError) -> Actor {
        guard let token = SecretToken(presented: token) else { throw .notAuthenticated }
        let now = effects.now()
        let account = try await mappingErrors {
            switch token.kind {
            case .session: try await database.account(ofSession: token.hash, at: now.microseconds)
            case .access:
                try await database.account(ofToken: token.hash, at: now.microseconds, on: effects.today.daysSince1970)
            }
        }
        guard let account else { throw .notAuthenticated }
        return Actor(account)
    }
}
