import Glibc
import Postgres
import Testing

@Suite struct CopyTests {
    /// In a process of its own: the memory of others' tests would count as well.
    @Test func aMillionRowsInAndOutInBoundedMemory() async throws {
        let conninfo = try TestCluster.shared.get().conninfo
        await #expect(processExitsWith: .success) { [conninfo = conninfo as String] in
            let limits = PoolLimits.patient(connections: 1, statementTime: nil)
            let database = try Database(Settings(conninfo: conninfo), limits: limits, logger: quiet)
            try await database.withConnection { session in
                _ = try await session.query("CREATE TEMPORARY TABLE fact (number int8, name text)")
                let before = residentKilobytes()
                #expect(try await putAMillionRows(session) == 1_000_000)
                let (lines, bytes) = try await takeAllRows(session)
                #expect(lines == 1_000_000)
                #expect(bytes > 50_000_000)
                #expect(residentKilobytes() - before < 40_000)
            }
            await database.close()
        }
    }

    @Test func everyTypeAndEveryAwkwardCharacter() async throws {
        try await withDatabase { database in
            try await database.run(
                "CREATE TABLE fact (a int8, b text, c bytea, d date, e timestamptz, f numeric, g bool, h uuid)")
            let awkward = "tab\t line\n return\r back\\slash \\N \u{8}é合🧾"
            try await database.withConnection { session in
                var isFirst = true
                _ = try await session.copyIn("COPY fact FROM STDIN") { rows in
                    defer { isFirst = false }
                    if isFirst {
                        try rows.row(
                            .int64(.min), .text(awkward), .bytes([0, 92, 255]), .date(days: -800_000),
                            .timestamp(microseconds: -1), .numeric("1.50"), .bool(true),
                            .uuid("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"))
                    } else {
                        try rows.row(.null, .null, .null, .null, .null, .null, .null, .null)
                    }
                    return isFirst
                }
            }
            let rows = try await database.query("SELECT * FROM fact WHERE a IS NOT NULL")
            try rows.forEach { row throws in
                #expect(try row.int64(0) == .min)
                #expect(try row.text(1) == awkward)
                #expect(try row.bytes(2) == [0, 92, 255])
                #expect(try row.days(3) == -800_000)
                #expect(try row.microseconds(4) == -1)
                #expect(try row.numeric(5) == "1.50")
                #expect(try row.bool(6))
                #expect(try row.uuid(7) == "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9")
            }
            #expect(
                try await database.count("SELECT count(*) FROM fact WHERE num_nulls(a, b, c, d, e, f, g, h) = 8") == 1)
        }
    }

    @Test func aRefusedRowStoresNothingAndLeavesTheConnectionUsable() async throws {
        try await withDatabase(.patient(connections: 1)) { database in
            try await database.run("CREATE TABLE fact (number int8 CHECK (number < 5))")
            let process = try await database.count("SELECT pg_backend_pid()::int8")
            let thrown = await failure {
                try await database.withConnection { session in
                    var next: Int64 = 0
                    _ = try await session.copyIn("COPY fact FROM STDIN") { rows in
                        try rows.row(.int64(next))
                        next += 1
                        return next < 50_000
                    }
                }
            }
            #expect(thrown?.state == .checkViolation)
            #expect(try await database.count("SELECT count(*) FROM fact") == 0)
            #expect(try await database.count("SELECT pg_backend_pid()::int8") == process)
        }
    }

    @Test func aProducerThatGivesUpStoresNothing() async throws {
        struct GivenUp: Error {}
        try await withDatabase(.patient(connections: 1)) { database in
            try await database.run("CREATE TABLE fact (number int8)")
            await #expect(throws: GivenUp.self) {
                try await database.withTransaction { session in
                    _ = try await session.copyIn("COPY fact FROM STDIN") { rows in
                        try rows.row(.int64(1))
                        throw GivenUp()
                    }
                }
            }
            let thrown = await failure {
                try await database.withConnection { session in
                    _ = try await session.copyIn("COPY fact FROM STDIN") {
                        try $0.row(.text("a\0")); return false
                    }
                }
            }
            #expect(thrown == .invalidParameter(statement: 0, parameter: 0, .nullCharacter))
            #expect(try await database.count("SELECT count(*) FROM fact") == 0)
        }
    }

    @Test func aConsumerThatGivesUpCostsOnlyItsConnection() async throws {
        struct GivenUp: Error {}
        try await withDatabase(.patient(connections: 1)) { database in
            await #expect(throws: GivenUp.self) {
                try await database.withConnection { session in
                    try await session.copyOut("COPY (SELECT generate_series(1, 5000000)) TO STDOUT") { _ in
                        throw GivenUp()
                    }
                }
            }
            let usable = try await database.count("SELECT 1::int8")
            #expect(usable == 1)
        }
    }

    @Test func copyAndStatementsShareATransaction() async throws {
        try await withDatabase { database in
            try await database.run("CREATE TABLE fact (number int8)")
            try await database.withTransaction { session in
                let stored = try await session.copyIn("COPY fact FROM STDIN") {
                    try $0.row(.int64(1)); return false
                }
                #expect(stored == 1)
                _ = try await session.query("INSERT INTO fact VALUES (2)")
                var text: [UInt8] = []
                try await session.copyOut("COPY fact TO STDOUT") { text += $0 }
                #expect(String(decoding: text, as: UTF8.self) == "1\n2\n")
            }
            #expect(try await database.count("SELECT count(*) FROM fact") == 2)
        }
    }

    @Test func whatIsNoCopyIsRefused() async throws {
        try await withDatabase(.patient(connections: 1)) { database in
            for statement in ["SELECT 1", "COPY (SELECT 1) TO STDOUT"] as [Statement] {
                let thrown = await failure {
                    try await database.withConnection { _ = try await $0.copyIn(statement) { _ in false } }
                }
                #expect(thrown == .unexpectedReply("no COPY in this direction"))
            }
            #expect(
                await failure {
                    try await database.withConnection { try await $0.copyOut("COPY nowhere TO STDOUT") { _ in } }
                }?.state == .undefinedTable)
            let usable = try await database.count("SELECT 1::int8")
            #expect(usable == 1)
        }
    }

    @Test func aServerProcessKilledDuringCopy() async throws {
        try await withDatabase(.patient(connections: 2)) { database in
            try await database.run("CREATE TABLE fact (number int8)")
            let thrown = await failure {
                try await database.withConnection { session in
                    let process = try await session.query("SELECT pg_backend_pid()::int8")
                        .one { row throws(PostgresError) in try row.int64(0) }
                    _ = try await session.copyIn("COPY fact FROM STDIN") { rows in
                        try rows.row(.int64(1))
                        try await database.run(Statement("SELECT pg_terminate_backend($1, 60000)")(.int64(process)))
                        return false
                    }
                }
            }
            #expect(
                thrown == .connectionLost || thrown?.state == .adminShutdown
                    || thrown == .outcomeUnknown(.connectionLost))
            #expect(try await database.count("SELECT count(*) FROM fact") == 0)
        }
    }
}

/// What this process holds in memory now.
private func residentKilobytes() -> Int {
    var text = [UInt8](repeating: 0, count: 256)
    let descriptor = open("/proc/self/statm", O_RDONLY)
    defer { close(descriptor) }
    let length = read(descriptor, &text, text.count)
    let fields = String(decoding: text.prefix(max(0, length)), as: UTF8.self).split(separator: " ")
    return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * 4
}

private func putAMillionRows(_ session: Session) async throws -> Int {
    var next: Int64 = 0
    return try await session.copyIn("COPY fact FROM STDIN") { rows in
        try rows.row(.int64(next), .text("row \(next) of a million, some forty bytes long"))
        next += 1
        return next < 1_000_000
    }
}

/// Lines and bytes; every chunk ends with a whole line.
private func takeAllRows(_ session: Session) async throws -> (lines: Int, bytes: Int) {
    var (lines, bytes) = (0, 0)
    try await session.copyOut("COPY fact TO STDOUT") { chunk in
        bytes += chunk.count
        #expect(chunk.last == UInt8(ascii: "\n"))
        for byte in chunk where byte == UInt8(ascii: "\n") { lines += 1 }
    }
    return (lines, bytes)
}
