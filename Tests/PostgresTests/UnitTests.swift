import Postgres
import Testing

@Suite struct UnitTests {
    @Test func answersComeInOrder() async throws {
        try await withDatabase { database in
            let number: Statement = "SELECT $1::int8"
            var result = try await database.unit([number(.int64(1)), number(.int64(2)), "SELECT 'three'"])
            #expect(try result.next().one { row throws(PostgresError) in try row.int64(0) } == 1)
            #expect(try result.next().one { row throws(PostgresError) in try row.int64(0) } == 2)
            #expect(try result.next().one { row throws(PostgresError) in try row.text(0) } == "three")
        }
    }

    @Test(arguments: 0..<5) func aFailureInAnyStatementRollsAllBack(failing: Int) async throws {
        try await withDatabase { database in
            try await database.run("CREATE TABLE fact (number int8 PRIMARY KEY)", "CREATE TABLE other (x int8)")
            let insert: Statement = "INSERT INTO fact VALUES ($1)"
            var queries = (0..<5).map { insert(.int64(Int64($0))) }
            queries[failing] = insert(.int64(failing == 0 ? 7 : 0))
            if failing == 0 { queries[1] = insert(.int64(7)) }
            let thrown = await failure { _ = try await database.unit(queries) }
            guard case .server(let error, let statement) = thrown else {
                Issue.record("\(String(describing: thrown))")
                return
            }
            #expect(error.state == .uniqueViolation)
            #expect(error.constraint == "fact_pkey")
            #expect(error.table == "fact")
            #expect(statement == max(failing, 1))
            #expect(try await database.count("SELECT count(*) FROM fact") == 0)
        }
    }

    @Test(arguments: 0..<4) func aStatementThatCannotBePreparedRollsAllBack(failing: Int) async throws {
        try await withDatabase { database in
            try await database.run("CREATE TABLE fact (number int8)")
            var queries = [Query](repeating: "INSERT INTO fact VALUES (1)", count: 4)
            queries[failing] = "INSERT INTO nowhere VALUES (1)"
            let thrown = await failure { _ = try await database.unit(queries) }
            #expect(thrown?.state == .undefinedTable)
            if case .server(_, let statement) = thrown { #expect(statement == failing) }
            #expect(try await database.count("SELECT count(*) FROM fact") == 0)
            try await database.run("INSERT INTO fact VALUES (1)")
            #expect(try await database.count("SELECT count(*) FROM fact") == 1)
        }
    }

    @Test func aDeferredConstraintFailsAtTheImplicitCommit() async throws {
        try await withDatabase { database in
            try await database.run(
                "CREATE TABLE fact (number int8 UNIQUE DEFERRABLE INITIALLY DEFERRED)", "INSERT INTO fact VALUES (1)")
            let thrown = await failure {
                try await database.run("INSERT INTO fact VALUES (1)", "INSERT INTO fact VALUES (2)")
            }
            #expect(thrown?.state == .uniqueViolation)
            if case .server(_, let statement) = thrown { #expect(statement == nil) }
            #expect(try await database.count("SELECT count(*) FROM fact") == 1)
        }
    }

    @Test func copyInAUnitIsRefusedAndLeavesThePoolUsable() async throws {
        try await withDatabase(.patient(connections: 1)) { database in
            try await database.run("CREATE TABLE fact (number int8)")
            let thrown = await failure { try await database.run("INSERT INTO fact VALUES (1)", "COPY fact FROM STDIN") }
            #expect(thrown == .unexpectedReply("no plain result"))
            let out = await failure { try await database.run("COPY fact TO STDOUT") }
            #expect(out == .unexpectedReply("no plain result"))
            #expect(try await database.count("SELECT count(*) FROM fact") == 0)
        }
    }

    @Test func statementsBeyondTheCacheAreForgottenAndPreparedAgain() async throws {
        try await withDatabase(.patient(connections: 1, statements: 3)) { database in
            for round in 0..<3 {
                for number in 0..<7 {
                    let statement = Statement(text: "SELECT \(number)::int8 + $1")
                    #expect(try await database.count(statement(.int64(Int64(round)))) == Int64(number + round))
                }
            }
            #expect(try await database.count("SELECT count(*) FROM pg_prepared_statements") <= 4)
            let many = (0..<9).map { Query(Statement(text: "SELECT \($0)::int8 - 1")) }
            var result = try await database.unit(many)
            for number in 0..<9 {
                #expect(try result.next().one { row throws(PostgresError) in try row.int64(0) } == Int64(number - 1))
            }
        }
    }

    @Test func aFailedPrepareInsideAFullCacheLeavesNoGhost() async throws {
        try await withDatabase(.patient(connections: 1, statements: 2)) { database in
            for number in 0..<20 {
                let thrown = await failure {
                    _ = try await database.unit([
                        Query(Statement(text: "SELECT \(number)")), "SELECT nonsense", Query(Statement(text: "SELECT -\(number)")),
                    ])
                }
                #expect(thrown?.state == "42703")
            }
            let usable = try await database.count("SELECT 5::int8")
            #expect(usable == 5)
        }
    }

    @Test func aChangedTableIsReadAfterOneRefusal() async throws {
        try await withDatabase(.patient(connections: 1)) { database in
            try await database.run("CREATE TABLE fact (number int8)", "INSERT INTO fact VALUES (1)")
            _ = try await database.query("SELECT * FROM fact")
            try await database.run("ALTER TABLE fact ADD name text")
            #expect(await failure { _ = try await database.query("SELECT * FROM fact") }?.state == .featureNotSupported)
            #expect(try await database.query("SELECT * FROM fact").count == 1)
        }
    }

    @Test func anEmptyUnitAndAnEmptyStatementAreAllowed() async throws {
        try await withDatabase { database in
            let none = try await database.unit([])
            #expect(none.count == 0)
            let empty = try await database.query("")
            #expect(empty.count == 0)
        }
    }

    @Test func affectedRowsAndTags() async throws {
        try await withDatabase { database in
            try await database.run("CREATE TABLE fact (number int8)")
            let rows = try await database.query("INSERT INTO fact SELECT generate_series(1, 12)")
            #expect(rows.affected == 12)
            #expect(rows.commandTag == "INSERT 0 12")
            #expect(try await database.query("CREATE TABLE another ()").affected == 0)
        }
    }

    @Test func aUnitLargerThanEverySocketBuffer() async throws {
        try await withDatabase { database in
            let echo: Statement = "SELECT $1::bytea"
            let big = [UInt8](repeating: 7, count: 3_000_000)
            var result = try await database.unit([echo(.bytes(big)), echo(.bytes(big)), echo(.bytes(big))])
            for _ in 0..<3 {
                #expect(try result.next().one { row throws(PostgresError) in try row.bytes(0) } == big)
            }
        }
    }
}
