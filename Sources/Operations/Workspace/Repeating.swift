internal import Postgres

extension Workspace {
    private static let attempts = 5

    /// Runs an act again whose answer to COMMIT was lost, or whose key another call took meanwhile (`keys` names the
    /// constraints). For acts that look first at what is there and then do nothing twice. What stays unknown because
    /// the database is away is ``OperationError/outcomeUnknown``.
    nonisolated(nonsending) func repeating<Value>(
        onceUnder keys: Set<String> = [], _ body: nonisolated(nonsending) () async throws -> Value
    ) async throws(OperationError) -> Value {
        var wasLost = false
        var attempts = 0
        while true {
            attempts += 1
            do { return try await body() } catch {
                let failure = OperationError(error)
                if failure == .outcomeUnknown { wasLost = true }
                let mayRepeat = failure == .outcomeUnknown || Self.violates(keys, error)
                if mayRepeat, attempts < Self.attempts { continue }
                throw wasLost && (failure == .databaseAway || failure == .cancelled) ? .outcomeUnknown : failure
            }
        }
    }

    private static func violates(_ keys: Set<String>, _ error: any Error) -> Bool {
        guard case .server(let server, _)? = error as? PostgresError else { return false }
        return server.constraint.map(keys.contains) ?? false
    }
}
