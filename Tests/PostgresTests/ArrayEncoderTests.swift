import Postgres
import Testing

@Suite struct ArrayEncoderTests {
    private static let same: Statement = """
        SELECT $1::text[] IS NOT DISTINCT FROM $5::text[], $2::int8[] IS NOT DISTINCT FROM $6::int8[],
            $3::date[] IS NOT DISTINCT FROM $7::date[], $4::bytea[] IS NOT DISTINCT FROM $8::bytea[]
        """

    private func encoded(_ columns: [(ArrayEncoder.Element, [Parameter])]) -> [Parameter] {
        var encoder = ArrayEncoder(arrays: columns.count, elements: columns.first?.1.count ?? 0)
        for (element, scalars) in columns {
            encoder.begin(element, count: scalars.count)
            for scalar in scalars { encoder.append(scalar) }
        }
        return encoder.parameters
    }

    @Test func whatIsEncodedTogetherArrivesAsTheListsDo() async throws {
        let scalars: [(ArrayEncoder.Element, [Parameter])] = [
            (.text, [.text("a,{}\"\\"), .null, .text(""), .text("眉山市"), .int64(1)]),
            (.int64, [.int64(.min), .bool(true), .null, .bool(false), .text("1")]),
            (.date, [.date(days: 0), .date(days: .max), .null, .date(days: -800_000), .date(days: .min)]),
            (.bytes, [.bytes([0, 255]), .bytes([]), .null, .text("x"), .bytes([7])]),
        ]
        let lists: [Parameter] = [
            .textArray(["a,{}\"\\", nil, "", "眉山市", nil]), .int64Array([.min, 1, nil, 0, nil]),
            .dateArray([0, .max, nil, -800_000, .min]), .bytesArray([[0, 255], [], nil, nil, [7]]),
        ]
        let empty: [Parameter] = [.textArray([]), .int64Array([]), .dateArray([]), .bytesArray([])]
        try await withDatabase { database in
            for (arrays, expected) in [(encoded(scalars), lists), (encoded(scalars.map { ($0.0, []) }), empty)] {
                let rows = try await database.query(Query(Self.same, arrays + expected))
                let same = try rows.one { row throws(PostgresError) in
                    [try row.bool(0), try row.bool(1), try row.bool(2), try row.bool(3)]
                }
                #expect(same == [true, true, true, true])
            }
        }
    }

    @Test func aNullCharacterIsRefusedInTheArrayThatHasIt() async throws {
        let arrays = encoded([(.text, [.text("a")]), (.text, [.text("b"), .text("a\0b")])])
        try await withDatabase { database in
            #expect(
                await failure { try await database.run(Query("SELECT $1::text[], $2::text[]", arrays)) }
                    == .invalidParameter(statement: 0, parameter: 1, .nullCharacter))
        }
    }
}
