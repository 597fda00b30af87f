internal import Postgres

/// A table that rows are written to: by COPY when they are new, else by one INSERT that changes only what differs.
struct Table<Row: Sendable>: Sendable {
    let name: String
    let columns: [Column<Row>]
    /// Takes rows from COPY.
    let copy: Statement
    /// Adds rows from one array a column.
    let insert: Statement
    /// The same, and brings the rows that are there already to the given values.
    let upsert: Statement

    /// `key` names the columns of the primary key, the first ones.
    init(_ name: String, key: Int, _ columns: [Column<Row>]) {
        self.name = name
        self.columns = columns
        let names = columns.map(\.name).joined(separator: ", ")
        let arrays = columns.enumerated().map { "$\($0 + 1)::\($1.type.element)[]" }.joined(separator: ", ")
        let values = columns.map { $0.type.cast($0.name) }.joined(separator: ", ")
        let rest = columns.dropFirst(key).map(\.name)
        let insert = "INSERT INTO \(name) (\(names)) SELECT \(values) FROM unnest(\(arrays)) AS given (\(names))"
        copy = Statement(text: "COPY \(name) (\(names)) FROM STDIN")
        self.insert = Statement(text: insert)
        upsert = Statement(
            text: insert + " ON CONFLICT (\(columns.prefix(key).map(\.name).joined(separator: ", "))) DO UPDATE SET "
                + rest.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
                + " WHERE (\(rest.map { "\(name).\($0)" }.joined(separator: ", ")))"
                + " IS DISTINCT FROM (\(rest.map { "excluded.\($0)" }.joined(separator: ", ")))")
    }

    /// One array a column.
    func arrays(_ rows: [Row]) -> [Parameter] {
        var arrays = ArrayEncoder(arrays: columns.count, elements: rows.count)
        for column in columns {
            arrays.begin(column.type.encoded, count: rows.count)
            for row in rows { arrays.append(column.value(row)) }
        }
        return arrays.parameters
    }

    /// Writes a row for COPY.
    func write(_ row: Row, to buffer: inout CopyBuffer) throws(PostgresError) {
        for column in columns { try buffer.field(column.value(row)) }
        buffer.endRow()
    }
}

/// Values of ours as parameters; nothing becomes NULL.
extension Parameter {
    static func text(_ text: String?) -> Parameter { text.map { .text($0) } ?? .null }
    static func number(_ number: Int64?) -> Parameter { number.map { .int64($0) } ?? .null }
    /// Array literal of names.
    static func names(_ names: [String]) -> Parameter {
        if names.isEmpty { return .text("{}") }
        let quoted = names.map { name in
            let isPlain = !name.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
            let escaped =
                isPlain ? name : name.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
            return "\"\(escaped)\""
        }
        return .text("{" + quoted.joined(separator: ",") + "}")
    }
}
