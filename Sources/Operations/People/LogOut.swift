internal import Passwords
internal import Storage
internal import Values

extension Workspace {
    /// Ends the session of a token; one that is over or unknown is no error, and tells nothing.
    public func logOut(_ token: String) async throws(OperationError) {
        guard let token = SecretToken(presented: token), token.kind == .session else { return }
        try await mappingErrors { try await database.revokeSession(token.hash, at: effects.now().microseconds) }
    }
}
