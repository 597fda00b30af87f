internal import Synchronization

/// One connection for the time of a `withTransaction` or `withConnection` block, for one task at a time.
/// BEGIN travels with the first statement, so a transaction costs one round trip a unit and one for COMMIT, unless
/// that travels with the last unit.
public final class Session: Sendable {
    private struct Stage {
        var isOver = false
        var mayRunAgain = false
        /// COMMIT went out, so nothing is left to be rolled back.
        var isCommitSent = false
        /// COMMIT was answered, whatever becomes of the connection afterwards.
        var isCommitted = false
    }

    let wire: Wire
    /// BEGIN with its options; nil outside a transaction.
    let begin: String?
    private let deadline: Deadline
    private let limits: PoolLimits
    private let stage = Mutex(Stage())

    init(_ wire: Wire, begin: String?, deadline: Deadline, _ limits: PoolLimits) {
        self.wire = wire
        self.begin = begin
        self.deadline = deadline
        self.limits = limits
    }

    /// Sends the statements together in one round trip. In a transaction a failure aborts the whole of it;
    /// outside one they are a transaction of their own, as with `Database.unit`.
    public func unit(_ queries: [Query], deadline: Deadline? = nil) async throws(PostgresError) -> UnitResult {
        try checkOpen()
        let options = PipelineOptions(begin: begin, commits: begin == nil, deadline: limit(deadline))
        return UnitResult(
            try await noting { () throws(PostgresError) in try await self.wire.pipeline(queries, options) })
    }

    /// A unit of one statement.
    public func query(_ query: Query, deadline: Deadline? = nil) async throws(PostgresError) -> Rows {
        var result = try await unit([query], deadline: deadline)
        return try result.next()
    }

    /// Whether PostgreSQL aborted the transaction only for the sake of others, whatever the body made of the error.
    var mayRunAgain: Bool { stage.withLock { $0.mayRunAgain } }

    /// When a step that starts now has taken too long: the earliest of the call's, the block's and the pool's limits.
    func limit(_ deadline: Deadline?) -> Deadline {
        if let deadline { return min(deadline, self.deadline) }
        return min(self.deadline, limits.statementDeadline)
    }

    /// Throws `sessionMisused` after the block's end.
    func checkOpen() throws(PostgresError) {
        if stage.withLock({ $0.isOver }) { throw .sessionMisused }
    }

    /// Sends BEGIN on its own, for what cannot travel in a pipeline.
    func ensureBegun(_ deadline: Deadline) async throws(PostgresError) {
        try checkOpen()
        guard let begin, wire.isInTransaction == false else { return }
        _ = try await wire.pipeline([], PipelineOptions(begin: begin, deadline: deadline))
    }

    /// Sends the last statements of a transaction and COMMIT in one round trip; nothing can follow. Throws
    /// `outcomeUnknown` when their answers are lost, and `sessionMisused` outside a transaction.
    public func commit(with queries: [Query]) async throws(PostgresError) {
        try checkOpen()
        guard begin != nil else { throw .sessionMisused }
        try await sendCommit(with: queries)
    }

    /// Commits what the block did; a block that sent nothing, or committed itself, costs nothing.
    func commit() async throws(PostgresError) {
        end()
        if stage.withLock({ $0.isCommitted }) { return }
        guard let isInTransaction = wire.isInTransaction else { throw .connectionLost }
        if isInTransaction { try await sendCommit(with: []) }
    }

    private func sendCommit(with queries: [Query]) async throws(PostgresError) {
        end()
        stage.withLock { $0.isCommitSent = true }
        let options = PipelineOptions(
            begin: begin, endsWithCommit: true, commits: true, followsTask: false, deadline: limit(nil))
        do throws(PostgresError) {
            var result = UnitResult(try await wire.pipeline(queries + ["COMMIT"], options))
            try result.skip(queries.count)
            guard try result.next().commandTag == "COMMIT" else { throw .transactionAborted }
            stage.withLock { $0.isCommitted = true }
        } catch {
            // Behind a statement that was refused COMMIT is passed over, so the transaction is still there.
            if case .server = error { stage.withLock { $0.isCommitSent = false } }
            note(error)
            throw error
        }
    }

    /// Ends a failed block; a connection that does not obey is closed, which rolls back as well.
    func rollBack() async {
        end()
        guard wire.isInTransaction == true, !stage.withLock({ $0.isCommitSent }) else { return }
        let options = PipelineOptions(followsTask: false, deadline: .after(.seconds(1)))
        do {
            _ = UnitResult(try await wire.pipeline(["ROLLBACK"], options))
        } catch {
            wire.close()
        }
    }

    /// Makes the session unusable.
    func end() {
        stage.withLock { $0.isOver = true }
    }

    /// Remembers a failure that lets the whole transaction be run again, until a later statement succeeds
    /// (after ROLLBACK TO SAVEPOINT).
    func noting<Value>(_ body: () async throws(PostgresError) -> Value) async throws(PostgresError) -> Value {
        do {
            let value = try await body()
            stage.withLock { $0.mayRunAgain = false }
            return value
        } catch {
            note(error)
            throw error
        }
    }

    private func note(_ error: PostgresError) {
        if error.state?.isRetryable == true { stage.withLock { $0.mayRunAgain = true } }
    }
}
