import Testing

@testable import Postgres

@Suite struct PoolTests {
    @Test func neverMoreConnectionsThanAllowed() async throws {
        try await withDatabase(PoolLimits(connections: 3, patience: .seconds(60))) { database in
            try await withThrowingTaskGroup(of: Int64.self) { group in
                for _ in 0..<60 {
                    group.addTask {
                        try await database.count("""
                            SELECT count(*) FROM pg_stat_activity
                                WHERE application_name = current_setting('application_name')
                            """)
                    }
                }
                for try await count in group { #expect(count <= 3) }
            }
            let metrics = database.metrics
            #expect(metrics.idle <= 3 && metrics.leased == 0 && metrics.waiting == 0)
        }
    }

    @Test func whoComesFirstIsServedFirst() async throws {
        try await withDatabase(.patient(connections: 1)) { database in
            try await database.run("CREATE TABLE arrival (place serial, number int8)")
            let arrive: Statement = "INSERT INTO arrival (number) VALUES ($1)"
            let tasks = try await database.withConnection { _ in
                var tasks: [Task<Void, any Error>] = []
                for number in 0..<20 {
                    tasks.append(Task { try await database.run(arrive(.int64(Int64(number)))) })
                    await until { database.metrics.waiting == number + 1 }
                }
                return tasks
            }
            for task in tasks { try await task.value }
            let order = try await database.query("SELECT number FROM arrival ORDER BY place")
            #expect(try order.map { row throws(PostgresError) in try row.int64(0) } == Array(0..<20))
        }
    }

    @Test func aFullQueueRefusesAtOnce() async throws {
        try await withDatabase(.patient(connections: 1, waiting: 1)) { database in
            try await database.withConnection { _ in
                let waiter = Task { try await database.count("SELECT 1::int8") }
                await until { database.metrics.waiting == 1 }
                #expect(await failure { try await database.run("SELECT 1") } == .poolQueueFull(limit: 1))
                waiter.cancel()
                await #expect(throws: PostgresError.cancelled) { try await waiter.value }
                #expect(database.metrics.waiting == 0)
            }
        }
    }

    @Test func waitingEndsWithThePoolsPatienceOrTheDeadline() async throws {
        try await withDatabase(PoolLimits(connections: 1, patience: .seconds(3))) { database in
            try await database.withConnection { _ in
                #expect(await failure { try await database.run("SELECT 1") } == .poolTimeout(lastFailure: nil))
            }
        }
        try await withDatabase(.patient(connections: 1)) { database in
            try await database.withConnection { _ in
                let thrown = await failure { _ = try await database.unit(["SELECT 1"], deadline: .after(.milliseconds(30))) }
                #expect(thrown == .poolTimeout(lastFailure: nil))
            }
        }
    }

    @Test func aClosedPoolRefusesAndLetsThoseInsideFinish() async throws {
        try await withDatabase(.patient(connections: 1)) { database in
            async let closing: Void = database.withConnection { session in
                let waiter = Task { try await database.count("SELECT 1::int8") }
                await until { database.metrics.waiting == 1 }
                let closer = Task { await database.close() }
                await #expect(throws: PostgresError.poolClosed) { try await waiter.value }
                #expect(await failure { try await database.run("SELECT 1") } == .poolClosed)
                _ = try await session.query("SELECT 1")
                _ = closer
            }
            try await closing
            await database.close()
            #expect(database.metrics.idle == 0 && database.metrics.leased == 0)
        }
    }

    @Test func idleConnectionsAreCheckedBeforeUse() async throws {
        try await withDatabase(.patient(connections: 1, idleBeforeCheck: .zero)) { database in
            let process: Query = "SELECT pg_backend_pid()::int8"
            let first = try await database.count(process)
            #expect(try await database.count(process) == first)
        }
    }

    @Test func aDatabaseThatIsDroppedLetsGoOfItsThreadAndConnections() async throws {
        let cluster = try TestCluster.shared.get()
        weak var pool: Pool?
        weak var loop: EventLoop?
        do {
            let database = try Database(Settings(conninfo: cluster.conninfo), logger: quiet)
            try await database.run("SELECT 1")
            (pool, loop) = (database.pool, database.pool.loop)
        }
        await until { pool == nil && loop == nil }
    }

    @Test func aWrongDatabaseIsToldAtOnce() async throws {
        let cluster = try TestCluster.shared.get()
        let database = try Database(Settings(conninfo: cluster.conninfo + " dbname=nowhere"), logger: quiet)
        let thrown = await failure { try await database.run("SELECT 1") }
        #expect(thrown?.state == .undefinedDatabase)
        await database.close()
    }

    @Test func anUnreachableServerIsATimeoutThatTellsWhy() async throws {
        let settings = Settings(conninfo: "host=/tmp/no-such-directory")
        let database = try Database(settings, limits: PoolLimits(patience: .seconds(2)), logger: quiet)
        let thrown = await failure { try await database.run("SELECT 1") }
        guard case .poolTimeout(let failure?) = thrown else {
            Issue.record("\(String(describing: thrown))")
            return
        }
        #expect(!failure.description.contains("no-such-directory"))
        #expect(failure.debugText.contains("no-such-directory"))
        await database.close()
    }

    @Test func unreadableSettingsAreNamed() async throws {
        let database = try Database(Settings(conninfo: "what is this"), logger: quiet)
        #expect(await failure { try await database.run("SELECT 1") } == .invalidSettings)
        await database.close()
    }
}
