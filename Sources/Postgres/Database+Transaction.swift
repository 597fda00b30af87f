extension Database {
    /// Attempts of a transaction that PostgreSQL aborts for others' sake (40001, 40P01), the first included.
    private static let attempts = 6

    /// Runs `body` between BEGIN and COMMIT. The whole body is run again, at most five times, when PostgreSQL
    /// aborts it with 40001 or 40P01, and for nothing else; so it must have no effects outside the database.
    /// Throws `outcomeUnknown` when the answer to COMMIT is lost, `transactionAborted` when a failure was ignored.
    public nonisolated(nonsending) func withTransaction<Value>(
        _ isolation: IsolationLevel = .readCommitted, deadline: Deadline? = nil,
        _ body: nonisolated(nonsending) (Session) async throws -> Value
    ) async throws -> Value {
        let deadline = deadline ?? .never
        var failures = 0
        while true {
            let wire = try await pool.lease(until: deadline)
            let session = Session(wire, begin: isolation.beginStatement, deadline: deadline, pool.limits)
            do {
                let value = try await body(session)
                try await session.commit()
                pool.release(wire)
                return value
            } catch {
                await session.rollBack()
                pool.release(wire)
                failures += 1
                guard session.mayRunAgain, failures < Self.attempts else { throw error }
                if case PostgresError.outcomeUnknown = error { throw error }
            }
            let pause = Backoff.retry.pause(failures: failures, chance: .random(in: 0...1))
            guard .now + pause < deadline else { throw PostgresError.deadlineExceeded }
            guard (try? await Task.sleep(for: pause)) != nil else { throw PostgresError.cancelled }
        }
    }
}
