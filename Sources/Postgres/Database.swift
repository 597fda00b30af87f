public import Logging
#if canImport(Glibc)
internal import Glibc
#endif

/// A PostgreSQL server as this program sees it: a bounded pool of connections. Connections open when first needed.
public final class Database: Sendable {
    let pool: Pool

    /// Prepares the pool and its one thread; reaching the server is left to the first call. `faults` is for tests.
    /// Throws `invalidSettings` when the system gives no thread or descriptor. Ignores SIGPIPE in the whole process.
    public init(
        _ settings: Settings = Settings(), limits: PoolLimits = PoolLimits(), logger: Logger, faults: FaultPlan? = nil
    ) throws(PostgresError) {
        signal(SIGPIPE, SIG_IGN)
        guard let pool = Pool(settings, limits, logger, faults) else { throw .invalidSettings }
        self.pool = pool
    }

    /// How the pool stands now.
    public var metrics: PoolMetrics { pool.metrics }

    /// Sends the statements together, in one round trip and one implicit transaction: all of them happen, or none.
    /// No BEGIN or COMMIT in it. A connection lost after sending throws `outcomeUnknown`, also for reads.
    public func unit(_ queries: [Query], deadline: Deadline? = nil) async throws(PostgresError) -> UnitResult {
        let limit = deadline ?? pool.limits.statementDeadline
        let wire = try await pool.lease(until: limit)
        defer { pool.release(wire) }
        return UnitResult(try await wire.pipeline(queries, PipelineOptions(commits: true, deadline: limit)))
    }

    /// A unit of one statement.
    public func query(_ query: Query, deadline: Deadline? = nil) async throws(PostgresError) -> Rows {
        var result = try await unit([query], deadline: deadline)
        return try result.next()
    }

    /// Lends one connection for several calls that need no common transaction, such as COPY or session state.
    /// It is closed afterwards if it was left in a transaction.
    public nonisolated(nonsending) func withConnection<Value>(
        deadline: Deadline? = nil, _ body: nonisolated(nonsending) (Session) async throws -> Value
    ) async throws -> Value {
        let wire = try await pool.lease(until: deadline ?? .never)
        let session = Session(wire, begin: nil, deadline: deadline ?? .never, pool.limits)
        defer {
            session.end()
            pool.release(wire)
        }
        return try await body(session)
    }

    /// Refuses new calls, waits for those under way, at most until the deadline, and closes every connection.
    public func close(until deadline: Deadline = .after(.seconds(10))) async {
        await pool.close(until: deadline)
    }
}
