import Glibc
import Postgres
import Testing

@Suite struct CancellationTests {
    @Test func aDeadlineStopsTheStatementOnTheServer() async throws {
        try await withDatabase(.patient(connections: 1)) { database in
            try await database.run("CREATE TABLE fact (number int8)")
            let thrown = await failure {
                _ = try await database.unit(
                    ["INSERT INTO fact VALUES (1)", "SELECT pg_sleep(3600)"], deadline: .after(.milliseconds(300)))
            }
            #expect(thrown == .deadlineExceeded)
            #expect(try await database.count("SELECT count(*) FROM fact") == 0)
            #expect(try await database.count(sleepers) == 0)
        }
    }

    @Test func theLimitsGiveEachStatementADeadline() async throws {
        try await withDatabase(.patient(connections: 1, statementTime: .seconds(2))) { database in
            #expect(await failure { try await database.run("SELECT pg_sleep(3600)") } == .deadlineExceeded)
            let usable = try await database.count("SELECT 1::int8")
            #expect(usable == 1)
        }
    }

    @Test func cancellingTheTaskStopsTheStatement() async throws {
        try await withDatabase(.patient(connections: 2)) { database in
            for isInTransaction in [false, true] {
                let task = Task {
                    await failure {
                        if isInTransaction {
                            try await database.withTransaction { _ = try await $0.query("SELECT pg_sleep(3601)") }
                        } else {
                            try await database.run("SELECT pg_sleep(3601)")
                        }
                    }
                }
                try await until { try await database.count(sleepers) == 1 }
                task.cancel()
                #expect(await task.value == .cancelled)
                #expect(try await database.count(sleepers) == 0)
            }
        }
    }

    @Test func aCancelledTaskSendsNothing() async throws {
        let faults = Faults()
        try await withDatabase(faults: faults.plan) { database in
            try await database.run("SELECT 1")
            faults.arm { _ in nil }
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return await failure { try await database.run("SELECT 1") }
            }
            #expect(await task.value == .cancelled)
            #expect(faults.count == 0)
            let usable = try await database.count("SELECT 1::int8")
            #expect(usable == 1)
        }
    }

    /// Cancels at every moment of many short statements: whatever happens, the next statement is not hit.
    @Test func aLateCancelNeverHitsTheNextStatement() async throws {
        try await withDatabase(.patient(connections: 1)) { database in
            for round in 0..<150 {
                let task = Task { await failure { try await database.run("SELECT pg_sleep(0.0005)") } }
                for _ in 0..<(round * 3) { await Task.yield() }
                task.cancel()
                let thrown = await task.value
                #expect(thrown == nil || thrown == .cancelled)
                let next = await failure { try await database.run("SELECT pg_sleep(0.001)") }
                #expect(next == nil)
            }
        }
    }

    @Test func aFrozenServerIsLeftAtTheDeadline() async throws {
        try await withDatabase(.patient(connections: 1)) { database in
            let process = try await database.count("SELECT pg_backend_pid()::int8")
            kill(pid_t(process), SIGSTOP)
            let thrown = await failure { _ = try await database.unit(["SELECT 1"], deadline: .after(.milliseconds(100))) }
            #expect(thrown == .outcomeUnknown(.deadlineExceeded))
            #expect(try await database.count("SELECT pg_backend_pid()::int8") != process)
            kill(pid_t(process), SIGCONT)
        }
    }
}

private let sleepers: Query = """
    SELECT count(*) FROM pg_stat_activity WHERE query ~ 'pg_[s]leep' AND state = 'active'
        AND application_name = current_setting('application_name')
    """
