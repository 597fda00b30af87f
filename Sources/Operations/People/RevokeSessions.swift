internal import Storage
internal import Values

extension Workspace {
    /// Ends all sessions of an account and returns how many there were.
    @discardableResult
    public func revokeSessions(of name: String, by caller: Caller = .console) async throws(OperationError) -> Int {
        try await administering(.revokeSessions, name, by: caller) { session in
            guard let account = try await session.lockAccount(named: name) else { throw AccountRefusal.unknownAccount }
            return try await session.revokeSessions(of: account.id, at: effects.now().microseconds)
        }
    }
}
