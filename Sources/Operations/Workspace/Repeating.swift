internal import Postgres

extension Workspace {
    /// Attempts at one act whose COMMIT was left without an answer.
    private static let attempts = 5

    /// Runs an act again whose answer to COMMIT was lost, or that violated one of the constraints because another call
    /// was faster. For acts that look first, under the lock of what they change, whether they were done before. What
    /// cannot be found out is ``OperationError/outcomeUnknown``, never another failure.
    nonisolated(nonsending) func repeating<Value>(
        onceUnder constraints: Set<String> = [], contract: String = "",
        _ act: nonisolated(nonsending) () async throws -> Value
    ) async throws(OperationError) -> Value {
        var isUnknown = false
        var attempts = 0
        while true {
            attempts += 1
            do { return try await act() } catch {
                let failure = OperationError(error, contract: contract)
                if failure == .outcomeUnknown { isUnknown = true }
                let mayFindOut =
                    failure == .outcomeUnknown || Self.violates(constraints, error)
                    || isUnknown && (failure == .databaseAway || failure == .keyBusy)
                if mayFindOut, attempts < Self.attempts {
                    // The server needs a moment to come back, or to notice that the connection is gone.
                    if isUnknown { await effects.pause(.milliseconds(20 << attempts)) }
                    continue
                }
                // What failed before the lock was held tells nothing of the attempt before it.
                throw isUnknown && !failure.isDecision ? .outcomeUnknown : failure
            }
        }
    }

    private static func violates(_ constraints: Set<String>, _ error: any Error) -> Bool {
        guard case .server(let server, _)? = error as? PostgresError else { return false }
        return server.constraint.map(constraints.contains) ?? false
    }
}

extension OperationError {
    /// Whether it was decided under the lock of what is changed, so that no earlier attempt can have been stored.
    fileprivate var isDecision: Bool {
        switch self {
        case .databaseAway, .keyBusy, .outcomeUnknown, .cancelled, .notAuthenticated, .tooBusy, .notAllowed, .database:
            false
        default: true
        }
    }
}
