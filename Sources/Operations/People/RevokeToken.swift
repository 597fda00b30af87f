internal import Storage
internal import Values

extension Workspace {
    /// Ends a token for good.
    public func revokeToken(_ id: Int64, by caller: Caller = .console) async throws(OperationError) {
        try await administering(.revokeToken, String(id), by: caller) { session in
            let isThere = try await session.revokeToken(id, at: effects.now().microseconds)
            if !isThere { throw AccountRefusal.unknownToken }
        }
    }
}
