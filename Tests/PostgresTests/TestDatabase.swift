import Logging
import Postgres

/// Lends a database of the shared cluster (or of a given one) with a schema of the test's own, and closes it
/// afterwards.
func withDatabase(
    _ limits: PoolLimits = .patient(connections: 4), session: [String: String] = [:], cluster: TestCluster? = nil,
    faults: FaultPlan? = nil, _ body: (Database) async throws -> Void
) async throws {
    let cluster = try cluster ?? TestCluster.shared.get()
    var session = session
    let schema = "t\(UInt64.random(in: 0...UInt64.max))"
    session["search_path"] = schema
    let settings = Settings(conninfo: cluster.conninfo, applicationName: schema, session: session)
    let preparing = try Database(settings, logger: quiet)
    _ = try await preparing.query(Query(Statement(text: "CREATE SCHEMA \(schema)")))
    await preparing.close()
    let database = try Database(settings, limits: limits, logger: quiet, faults: faults)
    do {
        try await body(database)
    } catch {
        await database.close()
        throw error
    }
    await database.close()
}

extension PoolLimits {
    /// Limits of time that a machine under load does not reach; tests of the limits themselves set their own.
    static func patient(
        connections: Int = 16, waiting: Int = 1000, idleBeforeCheck: Duration = .seconds(30),
        statementTime: Duration? = .seconds(600), statements: Int = 256
    ) -> PoolLimits {
        PoolLimits(
            connections: connections, waiting: waiting, patience: .seconds(600), idleBeforeCheck: idleBeforeCheck,
            statementTime: statementTime, statements: statements)
    }
}

/// A logger that says nothing.
let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

/// What `body` throws, as a PostgresError.
func failure(_ body: () async throws -> Void) async -> PostgresError? {
    do {
        try await body()
        return nil
    } catch {
        return error as? PostgresError
    }
}

/// Lets other tasks run until the condition holds.
func until(_ condition: () async throws -> Bool) async rethrows {
    while try await !condition() { await Task.yield() }
}

/// Runs SQL for its effect.
extension Database {
    func run(_ queries: Query...) async throws {
        _ = try await unit(queries)
    }

    func count(_ query: Query) async throws -> Int64 {
        try await self.query(query).one { row throws(PostgresError) in try row.int64(0) }
    }
}
