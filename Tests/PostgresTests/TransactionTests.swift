import Postgres
import Synchronization
import Testing

@Suite struct TransactionTests {
    @Test func aTransactionCommitsAndReturnsItsValue() async throws {
        try await withDatabase { database in
            try await database.run("CREATE TABLE fact (number int8)")
            let number = try await database.withTransaction { session in
                _ = try await session.query("INSERT INTO fact VALUES (1)")
                return try await session.query("SELECT count(*) FROM fact").one { row throws(PostgresError) in try row.int64(0) }
            }
            #expect(number == 1)
            #expect(try await database.count("SELECT count(*) FROM fact") == 1)
        }
    }

    @Test func anErrorOfTheBodyRollsBackAndIsNotRepeated() async throws {
        struct Refused: Error {}
        try await withDatabase { database in
            try await database.run("CREATE TABLE fact (number int8)")
            let runs = Atomic(0)
            await #expect(throws: Refused.self) {
                try await database.withTransaction { session in
                    runs.add(1, ordering: .relaxed)
                    _ = try await session.query("INSERT INTO fact VALUES (1)")
                    throw Refused()
                }
            }
            #expect(runs.load(ordering: .relaxed) == 1)
            #expect(try await database.count("SELECT count(*) FROM fact") == 0)
        }
    }

    @Test func isolationLevelsAreTheServers() async throws {
        try await withDatabase { database in
            let levels: [(IsolationLevel, String)] = [
                (.readCommitted, "read committed"), (.repeatableRead, "repeatable read"), (.serializable, "serializable"),
                (.readOnlySnapshot, "repeatable read"),
            ]
            for (level, name) in levels {
                let seen = try await database.withTransaction(level) { session in
                    try await session.query("SHOW transaction_isolation").one { row throws(PostgresError) in try row.text(0) }
                }
                #expect(seen == name)
            }
            let thrown = await failure {
                try await database.withTransaction(.readOnlySnapshot) { _ = try await $0.query("CREATE TABLE fact ()") }
            }
            #expect(thrown?.state == "25006")
        }
    }

    @Test(arguments: [SQLState.serializationFailure, .deadlockDetected])
    func abortedForOthersIsRunAgain(code: SQLState) async throws {
        let faults = Faults()
        try await withDatabase(faults: faults.plan) { database in
            try await database.run("CREATE TABLE fact (number int8)")
            faults.arm { $0 <= 3 ? .refused(code) : nil }
            let runs = Atomic(0)
            try await database.withTransaction { session in
                runs.add(1, ordering: .relaxed)
                _ = try await session.query("INSERT INTO fact VALUES (1)")
            }
            // Two attempts break at the insert (the ROLLBACK between them counts, and breaks too), the third passes.
            #expect(runs.load(ordering: .relaxed) == 3)
            faults.disarm()
            #expect(try await database.count("SELECT count(*) FROM fact") == 1)
        }
    }

    @Test func atMostFiveRepetitions() async throws {
        let faults = Faults()
        try await withDatabase(faults: faults.plan) { database in
            faults.arm { _ in .refused(.serializationFailure) }
            let runs = Atomic(0)
            let thrown = await failure {
                try await database.withTransaction { session in
                    runs.add(1, ordering: .relaxed)
                    _ = try await session.query("SELECT 1")
                }
            }
            #expect(thrown?.state == .serializationFailure)
            #expect(runs.load(ordering: .relaxed) == 6)
        }
    }

    @Test(arguments: ["55P03", "57014", "53300", "53100", "23505", "25P02", "40002", "XX000"])
    func nothingElseIsRunAgain(code: String) async throws {
        let faults = Faults()
        try await withDatabase(faults: faults.plan) { database in
            faults.arm { $0 == 1 ? .refused(SQLState(code)) : nil }
            let runs = Atomic(0)
            let thrown = await failure {
                try await database.withTransaction { session in
                    runs.add(1, ordering: .relaxed)
                    _ = try await session.query("SELECT 1")
                }
            }
            #expect(thrown?.state == SQLState(code))
            #expect(runs.load(ordering: .relaxed) == 1)
        }
    }

    @Test func realSerializationConflictsAllEndStored() async throws {
        try await withDatabase(.patient(connections: 4)) { database in
            try await database.run("CREATE TABLE counter (value int8)", "INSERT INTO counter VALUES (0)")
            let conflicts = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        var failed = 0
                        for _ in 0..<10 {
                            do {
                                try await database.withTransaction(.serializable) { session in
                                    let value = try await session.query("SELECT value FROM counter")
                                        .one { row throws(PostgresError) in try row.int64(0) }
                                    _ = try await session.query(Statement("UPDATE counter SET value = $1")(.int64(value + 1)))
                                }
                            } catch let error as PostgresError where error.state == .serializationFailure {
                                failed += 1
                            }
                        }
                        return failed
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(try await database.count("SELECT value FROM counter") == Int64(40 - conflicts))
        }
    }

    @Test func theLastStatementsTravelWithCommit() async throws {
        let faults = Faults()
        try await withDatabase(faults: faults.plan) { database in
            try await database.run("CREATE TABLE fact (number int8 PRIMARY KEY)")
            try await database.withTransaction { session in
                _ = try await session.query("INSERT INTO fact VALUES (1)")
                try await session.commit(with: ["INSERT INTO fact VALUES (2)"])
                let later = await failure { _ = try await session.query("INSERT INTO fact VALUES (3)") }
                #expect(later == .sessionMisused, "nothing follows a COMMIT")
            }
            #expect(try await database.count("SELECT count(*) FROM fact") == 2)
            let refused = await failure {
                try await database.withTransaction { session in
                    _ = try await session.query("INSERT INTO fact VALUES (3)")
                    try await session.commit(with: ["INSERT INTO fact VALUES (4)", "INSERT INTO fact VALUES (1)"])
                }
            }
            #expect(refused?.state == .uniqueViolation)
            #expect(try await database.count("SELECT count(*) FROM fact") == 2, "all or nothing")
            let outside = await failure {
                try await database.withConnection { try await $0.commit(with: ["INSERT INTO fact VALUES (5)"]) }
            }
            #expect(outside == .sessionMisused)
            // The insert is refused once, with it COMMIT is passed over; after ROLLBACK all is run again.
            faults.arm { $0 == 1 ? .refused(.serializationFailure) : nil }
            try await database.withTransaction { try await $0.commit(with: ["INSERT INTO fact VALUES (6)"]) }
            faults.disarm()
            #expect(try await database.count("SELECT count(*) FROM fact") == 3)
        }
    }

    /// The connection is lost behind the statement, before and behind COMMIT.
    @Test(arguments: [(1, Fault.lostAfterSending), (2, .lostBeforeSending), (2, .lostAfterSending)])
    func whatIsLostWithCommitIsUnknown(_ place: Int, _ fault: Fault) async throws {
        let faults = Faults()
        try await withDatabase(faults: faults.plan) { database in
            try await database.run("CREATE TABLE fact (number int8)")
            faults.arm { $0 == place ? fault : nil }
            let thrown = await failure {
                try await database.withTransaction { try await $0.commit(with: ["INSERT INTO fact VALUES (1)"]) }
            }
            faults.disarm()
            if case .lostBeforeSending = fault {
                #expect(thrown == .connectionLost, "the pipeline's end was not sent")
                #expect(try await database.count("SELECT count(*) FROM fact") == 0)
            } else {
                #expect(thrown == .outcomeUnknown(.connectionLost))
            }
        }
    }

    @Test func anIgnoredFailureMakesCommitFail() async throws {
        try await withDatabase { database in
            try await database.run("CREATE TABLE fact (number int8)")
            let thrown = await failure {
                try await database.withTransaction { session in
                    _ = try await session.query("INSERT INTO fact VALUES (1)")
                    _ = try? await session.query("SELECT 1/0")
                }
            }
            #expect(thrown == .transactionAborted)
            #expect(try await database.count("SELECT count(*) FROM fact") == 0)
        }
    }

    @Test func aRefusedParameterDoesNotSlipTheNextStatementOutOfTheTransaction() async throws {
        struct Refused: Error {}
        try await withDatabase(.patient(connections: 1)) { database in
            try await database.run("CREATE TABLE fact (name text)")
            let insert: Statement = "INSERT INTO fact VALUES ($1)"
            await #expect(throws: Refused.self) {
                try await database.withTransaction { session in
                    _ = try? await session.query(insert(.text("a\0")))
                    _ = try await session.query(insert(.text("a")))
                    throw Refused()
                }
            }
            #expect(try await database.count("SELECT count(*) FROM fact") == 0)
        }
    }

    @Test func aConflictUndoneToASavepointIsNoReasonToRunAgain() async throws {
        struct Refused: Error {}
        try await withDatabase { database in
            let runs = Atomic(0)
            await #expect(throws: Refused.self) {
                try await database.withTransaction { session in
                    runs.add(1, ordering: .relaxed)
                    _ = try await session.query("SAVEPOINT before")
                    _ = try? await session.query("DO $$BEGIN RAISE 'conflict' USING ERRCODE = '40001'; END$$")
                    _ = try await session.query("ROLLBACK TO SAVEPOINT before")
                    throw Refused()
                }
            }
            #expect(runs.load(ordering: .relaxed) == 1)
        }
    }

    @Test func aConflictThatTheBodyHidIsStillRunAgain() async throws {
        try await withDatabase { database in
            let runs = Atomic(0)
            try await database.withTransaction { session in
                if runs.add(1, ordering: .relaxed).newValue < 3 {
                    _ = try? await session.query("DO $$BEGIN RAISE 'conflict' USING ERRCODE = '40P01'; END$$")
                }
            }
            #expect(runs.load(ordering: .relaxed) == 3)
        }
    }

    @Test func twoTasksInOneSessionAreRefused() async throws {
        try await withDatabase(.patient(connections: 2)) { database in
            try await database.withConnection { session in
                let sleeping = Task { await failure { _ = try await session.query("SELECT pg_sleep(3603)") } }
                try await until {
                    try await database.count("""
                        SELECT count(*) FROM pg_stat_activity WHERE query ~ 'pg_[s]leep' AND state = 'active'
                            AND application_name = current_setting('application_name')
                        """) == 1
                }
                #expect(await failure { _ = try await session.query("SELECT 1") } == .sessionMisused)
                sleeping.cancel()
                #expect(await sleeping.value == .cancelled)
                let usable = try await session.query("SELECT 1").count
                #expect(usable == 1)
            }
        }
    }

    @Test func aSessionIsOfNoUseAfterItsBlock() async throws {
        try await withDatabase { database in
            let kept = Mutex<Session?>(nil)
            try await database.withTransaction { session in kept.withLock { $0 = session } }
            let thrown = await failure { _ = try await kept.withLock { $0 }?.query("SELECT 1") }
            #expect(thrown == .sessionMisused)
        }
    }

    @Test func aConnectionLeftInATransactionIsNotReused() async throws {
        try await withDatabase(.patient(connections: 1)) { database in
            try await database.withConnection { _ = try await $0.unit(["BEGIN", "CREATE TABLE fact ()"]) }
            let found = try await database.count("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()")
            #expect(found == 0)
        }
    }
}

/// A fault plan that a test arms and disarms; numbers start at 1 with each arming.
final class Faults: Sendable {
    private let armed = Mutex<(rule: @Sendable (Int) -> Fault?, count: Int)?>(nil)

    var plan: FaultPlan {
        { _ in
            self.armed.withLock { armed in
                armed?.count += 1
                return armed.flatMap { $0.rule($0.count) }
            }
        }
    }

    func arm(_ rule: @escaping @Sendable (Int) -> Fault?) {
        armed.withLock { $0 = (rule, 0) }
    }

    func disarm() {
        armed.withLock { $0 = nil }
    }

    /// How many statements were sent since arming.
    var count: Int { armed.withLock { $0?.count ?? 0 } }
}
