import Postgres
import Testing

@Suite struct LossTests {
    @Test func aServerProcessKilledInTheMiddle() async throws {
        try await withDatabase(.patient(connections: 2)) { database in
            try await database.run("CREATE TABLE fact (number int8)")
            async let thrown = failure {
                try await database.run("INSERT INTO fact VALUES (1)", "SELECT pg_sleep(3602)")
            }
            try await terminate(database)
            // The refusal came before the end of the unit, so it is known that nothing was stored.
            #expect(await thrown?.state == .adminShutdown)
            #expect(try await database.count("SELECT count(*) FROM fact") == 0)
        }
    }

    @Test func aServerProcessKilledInsideATransaction() async throws {
        try await withDatabase(.patient(connections: 2)) { database in
            try await database.run("CREATE TABLE fact (number int8)")
            async let thrown = failure {
                try await database.withTransaction { session in
                    _ = try await session.query("INSERT INTO fact VALUES (1)")
                    _ = try? await session.query("SELECT pg_sleep(3602)")
                    _ = try await session.query("INSERT INTO fact VALUES (2)")
                }
            }
            try await terminate(database)
            #expect(await thrown == .connectionLost)
            #expect(try await database.count("SELECT count(*) FROM fact") == 0)
        }
    }

    @Test func anIdleConnectionThatWasKilledIsForgotten() async throws {
        try await withDatabase(.patient(connections: 2)) { database in
            let process = try await database.count("SELECT pg_backend_pid()::int8")
            try await withDatabase { try await $0.run(Statement("SELECT pg_terminate_backend($1)")(.int64(process))) }
            await until { database.metrics.idle == 0 }
            let usable = try await database.count("SELECT 1::int8")
            #expect(usable == 1)
        }
    }

    @Test func theServerIsRestartedUnderLoad() async throws {
        let cluster = try TestCluster()
        defer { cluster.remove() }
        try await withDatabase(PoolLimits(connections: 3, patience: .seconds(60)), cluster: cluster) { database in
            try await database.run("CREATE TABLE fact (number int8 PRIMARY KEY)")
            let insert: Statement = "INSERT INTO fact VALUES ($1)"
            let writers = (0..<6).map { writer in
                Task {
                    var acknowledged: [Int64] = []
                    var troubles: [PostgresError] = []
                    for number in 0..<100 {
                        let key = Int64(writer * 1000 + number)
                        guard let trouble = await failure({ try await database.run(insert(.int64(key))) }) else {
                            acknowledged.append(key)
                            continue
                        }
                        troubles.append(trouble)
                    }
                    return (acknowledged, troubles)
                }
            }
            try await until { try await database.count("SELECT count(*) FROM fact") > 30 }
            cluster.stop()
            try cluster.start()
            var acknowledged: Set<Int64> = []
            for writer in writers {
                let (keys, troubles) = await writer.value
                acknowledged.formUnion(keys)
                for trouble in troubles { #expect(isLoss(trouble), "\(trouble.debugText)") }
            }
            let rows = try await database.query("SELECT number FROM fact")
            let stored = Set(try rows.map { row throws(PostgresError) in try row.int64(0) })
            #expect(acknowledged.isSubset(of: stored))
            #expect(database.metrics.failedAttempts == 0)
        }
    }

    private func isLoss(_ error: PostgresError) -> Bool {
        switch error {
        case .connectionLost, .outcomeUnknown(.connectionLost): true
        default: error.state == .adminShutdown
        }
    }

    private func terminate(_ database: Database) async throws {
        let kill: Query = """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query ~ 'pg_[s]leep\\(3602' AND state = 'active'
                AND application_name = current_setting('application_name')
            """
        try await until { try await database.query(kill).affected == 1 }
    }
}
