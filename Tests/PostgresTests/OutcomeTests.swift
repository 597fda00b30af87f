import Postgres
import Testing

/// Commits that wait for a standby which never comes (synchronous_commit=on) can be caught in the act.
@Suite struct OutcomeTests {
    @Test(arguments: ["pg_terminate_backend", "pg_cancel_backend"])
    func aCommitBrokenOffIsUnknownYetStored(by function: String) async throws {
        try await withDatabase { database in
            try await database.run("CREATE TABLE fact (number int8)")
            async let thrown = failure {
                try await database.withTransaction { session in
                    _ = try await session.unit([
                        "SELECT set_config('synchronous_commit', 'on', true)", "INSERT INTO fact VALUES (1)",
                    ])
                }
            }
            try await interruptCommit(database, function)
            let cause: UnknownOutcome = function == "pg_cancel_backend" ? .synchronousCommitCancelled : .connectionLost
            let seen = await thrown
            #expect(seen == .outcomeUnknown(cause) || seen == .outcomeUnknown(.synchronousCommitCancelled))
            #expect(try await database.count("SELECT count(*) FROM fact") == 1)
        }
    }

    @Test(arguments: ["pg_terminate_backend", "pg_cancel_backend"])
    func theImplicitCommitOfAUnitIsNoDifferent(by function: String) async throws {
        try await withDatabase { database in
            try await database.run("CREATE TABLE fact (number int8)")
            async let thrown = failure {
                try await database.run(
                    "SELECT set_config('synchronous_commit', 'on', true)", "INSERT INTO fact VALUES (1)")
            }
            try await interruptCommit(database, function)
            guard case .outcomeUnknown = await thrown else {
                Issue.record("not unknown")
                return
            }
            #expect(try await database.count("SELECT count(*) FROM fact") == 1)
        }
    }

    @Test func aCancelledTaskDoesNotDisturbItsCommit() async throws {
        try await withDatabase { database in
            try await database.run("CREATE TABLE fact (number int8)")
            let task = Task {
                await failure {
                    try await database.withTransaction { session in
                        _ = try await session.unit([
                            "SELECT set_config('synchronous_commit', 'on', true)", "INSERT INTO fact VALUES (1)",
                        ])
                    }
                }
            }
            let process = try await waitingProcess(database)
            task.cancel()
            // Were a cancel sent, the wait would end; the deadline of this look-up is the only clock here.
            #expect(
                try await database.count(
                    Statement("SELECT count(*) FROM pg_stat_activity WHERE pid = $1")(.int64(process))) == 1)
            _ = try await database.query(Statement("SELECT pg_terminate_backend($1)")(.int64(process)))
            guard case .outcomeUnknown = await task.value else {
                Issue.record("not unknown")
                return
            }
        }
    }

    @Test func theDeadlineOfACommitLeavesTheOutcomeUnknown() async throws {
        try await withDatabase { database in
            try await database.run("CREATE TABLE fact (number int8)")
            let thrown = await failure {
                try await database.withTransaction(deadline: .after(.seconds(2))) { session in
                    _ = try await session.unit([
                        "SELECT set_config('synchronous_commit', 'on', true)", "INSERT INTO fact VALUES (1)",
                    ])
                }
            }
            #expect(thrown == .outcomeUnknown(.deadlineExceeded))
            // The abandoned server process still waits; end it, so that its commit becomes visible.
            _ = try await database.query(
                Statement("SELECT pg_terminate_backend($1)")(.int64(try await waitingProcess(database))))
            try await until { try await database.count("SELECT count(*) FROM fact") == 1 }
        }
    }

    /// Waits until a commit of this test's schema hangs in its wait for the standby.
    private func waitingProcess(_ database: Database) async throws -> Int64 {
        while true {
            let rows = try await database.query(Self.hanging)
            if let process = try rows.first({ row throws(PostgresError) in try row.int64(0) }) { return process }
            await Task.yield()
        }
    }

    private static let hanging: Query = """
        SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND application_name = current_setting('application_name')
        """

    private func interruptCommit(_ database: Database, _ function: String) async throws {
        let process = try await waitingProcess(database)
        _ = try await database.query(Query(Statement(text: "SELECT \(function)($1)"), [.int64(process)]))
    }
}
