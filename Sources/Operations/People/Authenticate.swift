internal import Passwords
internal import Postgres
internal import Storage
internal import Values

extension Workspace {
    /// Who presents a session's or a program's token, with the rights of this moment. Everything that does not work is
    /// ``OperationError/notAuthenticated``: unknown, expired, revoked, or of a disabled account.
    public func authenticate(_ token: String, from address: String = "") async throws(OperationError) -> Actor {
        guard let token = SecretToken(presented: token) else { throw .notAuthenticated }
        return try await actor(of: .token(token, from: address))
    }

    /// Who calls, with the rights of this moment. The console is nobody: ``OperationError/notAuthenticated``.
    public func actor(of caller: Caller) async throws(OperationError) -> Actor {
        guard caller.identity != .console else { throw .notAuthenticated }
        return try await mappingErrors {
            var answers = try await database.unit(rights(of: caller))
            guard let actor = try authority(of: caller, &answers).actor else { throw OperationError.notAuthenticated }
            return actor
        }
    }
}
