import Postgres
import Testing

@Suite struct TypesTests {
    @Test func integersKeepTheirExtremes() async throws {
        try await withDatabase { database in
            for value in [Int64.min, -1, 0, 1, Int64.max] {
                let rows = try await database.query(
                    Statement("SELECT $1::int8, $2::int4, $3::int2")(
                        .int64(value), .int32(Int32(clamping: value)), .int32(Int32(Int16(clamping: value)))))
                let read = try rows.one { row throws(PostgresError) in
                    (try row.int64(0), try row.int64(1), try row.int32(1), try row.int64(2))
                }
                #expect(
                    read == (
                        value, Int64(Int32(clamping: value)), Int32(clamping: value), Int64(Int16(clamping: value))
                    ))
            }
        }
    }

    @Test func datesAndMomentsAgreeWithTheServer() async throws {
        try await withDatabase { database in
            let statement: Statement = """
                SELECT $1::date, ($1::date - '1970-01-01'::date)::int4, $2::timestamptz,
                    (extract(epoch FROM $2::timestamptz) * 1000000)::int8
                """
            let pairs: [(Int32, Int64)] = [
                (0, 0), (-1, -1), (10_957, 1), (-719_162, -62_135_596_800_000_000), (-719_163, -62_135_596_800_000_001),
                (2_932_896, 253_402_300_799_999_999), (19_782, 1_709_210_096_123_456),
                (-2_440_588, -210_866_803_200_000_000),
                (2_145_031_948 - 1, 9_214_646_400_000_000_000),
            ]
            for (days, microseconds) in pairs {
                let rows = try await database.query(
                    statement(.date(days: days), .timestamp(microseconds: microseconds)))
                let read = try rows.one { row throws(PostgresError) in
                    (try row.days(0), try row.int32(1), try row.microseconds(2), try row.int64(3))
                }
                #expect(read == (days, days, microseconds, microseconds))
            }
        }
    }

    @Test func infinityIsTheExtreme() async throws {
        try await withDatabase { database in
            let rows = try await database.query(
                Statement("SELECT $1::date, $2::date, $3::timestamptz, $4::timestamptz")(
                    .date(days: .min), .date(days: .max), .timestamp(microseconds: .min), .timestamp(microseconds: .max)
                ))
            let read = try rows.one { row throws(PostgresError) in
                (try row.days(0), try row.days(1), try row.microseconds(2), try row.microseconds(3))
            }
            #expect(read == (.min, .max, .min, .max))
        }
    }

    @Test func numericTextIsTheServersText() async throws {
        try await withDatabase { database in
            let texts = [
                "0", "0.00", "-0.5", "1", "10000", "9999.9999", "123456789012345678901234567890.123456789", "-1e-20",
                "1e50", "100000000.00000001", "NaN", "Infinity", "-Infinity", "0.0001", "20000.10", "1e-1000",
            ]
            for text in texts {
                let rows = try await database.query(Statement("SELECT $1::numeric, $1::numeric::text")(.numeric(text)))
                let (read, expected) = try rows.one { row throws(PostgresError) in (try row.numeric(0), try row.text(1))
                }
                #expect(read == expected)
            }
        }
    }

    @Test func textOfEveryKind() async throws {
        try await withDatabase { database in
            try await database.run("CREATE TYPE mood AS ENUM ('good')", "CREATE DOMAIN word AS text")
            let rows = try await database.query(
                """
                SELECT 'é 合同 🧾'::text, 'a'::varchar, 'b '::char(2), 'good'::mood, 'w'::word, 'n'::name,
                    '{"a": 1}'::json, '{"a": 1}'::jsonb
                """)
            let read = try rows.one { row throws(PostgresError) in
                var texts: [String] = []
                for column in 0..<8 { texts.append(try row.text(column)) }
                return texts
            }
            #expect(read == ["é 合同 🧾", "a", "b ", "good", "w", "n", #"{"a": 1}"#, #"{"a": 1}"#])
        }
    }

    @Test func truthUuidAndNull() async throws {
        try await withDatabase { database in
            let statement: Statement = "SELECT $1::bool, $2::bool, $3::uuid, $4::int8, $5::text"
            let uuid = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"
            let rows = try await database.query(statement(.bool(true), .bool(false), .uuid(uuid), .null, .null))
            try rows.forEach { row throws in
                #expect(try row.bool(0))
                #expect(try !row.bool(1))
                #expect(try row.uuid(2) == uuid)
                #expect(try row.int64IfAny(3) == nil)
                #expect(try row.textIfAny(4) == nil)
                #expect(try row.uuidIfAny(2) == uuid)
            }
        }
    }

    @Test func arraysInsertManyRows() async throws {
        try await withDatabase { database in
            try await database.run("CREATE TABLE fact (number int8, name text, day date, content bytea)")
            let insert: Statement = """
                INSERT INTO fact SELECT * FROM unnest($1::int8[], $2::text[], $3::date[], $4::bytea[])
                """
            let inserted = try await database.query(
                insert(
                    .int64Array([1, nil, .min]), .textArray(["a,{}\"\\", "", nil]), .dateArray([0, nil, -800_000]),
                    .bytesArray([[0, 255], nil, []])))
            #expect(inserted.affected == 3)
            let rows = try await database.query("SELECT number, name, day, content FROM fact")
            let first = try rows.first { row throws(PostgresError) in
                (try row.int64(0), try row.text(1), try row.days(2), try row.bytes(3))
            }
            #expect(first?.0 == 1 && first?.1 == "a,{}\"\\" && first?.2 == 0 && first?.3 == [0, 255])
            let days = try rows.map { row throws(PostgresError) in try row.daysIfAny(2) }
            #expect(days == [0, nil, -800_000])
            let collected = try await database.query(
                "SELECT array_agg(number), array_agg(name), '{}'::int8[] FROM fact")
            try collected.forEach { row throws in
                #expect(try row.int64Array(0) == [1, nil, .min])
                #expect(try row.textArray(1) == ["a,{}\"\\", "", nil])
                #expect(try row.int64Array(2) == [])
            }
        }
    }

    @Test func misreadingIsATypedError() async throws {
        try await withDatabase { database in
            let rows = try await database.query("SELECT 1::int8, NULL::int8, 'x'::text, '1 day'::interval")
            rows.forEach { row in
                #expect(throws: PostgresError.wrongType(column: 0, expected: "text", oid: 20)) { try row.text(0) }
                #expect(throws: PostgresError.wrongType(column: 0, expected: "int4", oid: 20)) { try row.int32(0) }
                #expect(throws: PostgresError.wrongType(column: 3, expected: "text", oid: 1186)) { try row.text(3) }
                #expect(throws: PostgresError.unexpectedNull(column: 1)) { try row.int64(1) }
                #expect(throws: PostgresError.noSuchColumn(4)) { try row.int64(4) }
                #expect(throws: PostgresError.noSuchColumn(-1)) { try row.int64IfAny(-1) }
            }
            let none = try await database.query("SELECT 1 WHERE false")
            #expect(throws: PostgresError.wrongRowCount(0)) {
                try none.one { row throws(PostgresError) in try row.int64(0) }
            }
        }
    }

    @Test func textWithANullCharacterIsRefusedBeforeItIsSent() async throws {
        try await withDatabase { database in
            let echo: Statement = "SELECT $1::text, $2::text"
            #expect(
                await failure { try await database.run(echo(.text("a"), .text("b")), echo(.text("a"), .text("a\0b"))) }
                    == .invalidParameter(statement: 1, parameter: 1, .nullCharacter))
            #expect(
                await failure { try await database.run(Statement("SELECT $1::text[]")(.textArray(["\0"]))) }
                    == .invalidParameter(statement: 0, parameter: 0, .nullCharacter))
            let usable = try await database.count("SELECT 1::int8")
            #expect(usable == 1)
        }
    }

    @Test func randomBytesAndTextsComeBackUnchanged() async throws {
        var generator = SeededGenerator(seed: .random(in: 0...UInt64.max))
        print("seed of randomBytesAndTextsComeBackUnchanged: \(generator.seed)")
        try await withDatabase { database in
            let echo: Statement = "SELECT $1::bytea, $2::text, $3::int8, $4::timestamptz, $5::text[], $5::text[]::text"
            for _ in 0..<200 {
                let bytes = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
                    UInt8.random(in: 0...255, using: &generator)
                }
                let scalars = bytes.map { _ in Unicode.Scalar(UInt32.random(in: 1...0x2FFFF, using: &generator)) ?? "?"
                }
                let text = String(String.UnicodeScalarView(scalars))
                let number = Int64.random(in: .min ... .max, using: &generator)
                let moment = Int64.random(in: -210_866_803_200_000_000...9_000_000_000_000_000_000, using: &generator)
                let rows = try await database.query(
                    echo(
                        .bytes(bytes), .text(text), .int64(number), .timestamp(microseconds: moment),
                        .textArray([text, nil])))
                try rows.forEach { row throws in
                    #expect(try row.bytes(0) == bytes)
                    #expect(try row.text(1).utf8.elementsEqual(text.utf8))
                    #expect(try row.int64(2) == number)
                    #expect(try row.microseconds(3) == moment)
                    #expect(try row.textArray(4) == [text, nil])
                }
            }
        }
    }
}

/// SplitMix64, so that a printed seed repeats a failure.
struct SeededGenerator: RandomNumberGenerator {
    let seed: UInt64
    private var state: UInt64

    init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
