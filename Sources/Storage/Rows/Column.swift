internal import Postgres

/// One column of a table that rows are written to: its name, its type and where its value comes from.
struct Column<Row>: Sendable {
    let name: String
    let type: ColumnType
    /// The scalar as COPY writes it.
    let value: @Sendable (Row) -> Parameter

    init(_ name: String, _ type: ColumnType, _ value: @escaping @Sendable (Row) -> Parameter) {
        self.name = name
        self.type = type
        self.value = value
    }
}

/// How a column travels: in an array for INSERT, and as the cast that makes the column's own type of it.
enum ColumnType: Sendable {
    case text, integer, bigint, date, bytes, boolean
    /// Text that the server reads as another type.
    case numeric, instant, names

    /// The type of the array's elements.
    var element: String {
        switch self {
        case .text, .numeric, .instant, .names: "text"
        case .integer, .bigint, .boolean: "int8"
        case .date: "date"
        case .bytes: "bytea"
        }
    }

    /// The column's value from the array's element.
    func cast(_ name: String) -> String {
        switch self {
        case .text, .bigint, .date, .bytes: "given.\(name)"
        case .integer: "given.\(name)::integer"
        case .boolean: "given.\(name) <> 0"
        case .numeric: "given.\(name)::numeric"
        case .instant: "given.\(name)::timestamptz"
        case .names: "given.\(name)::text[]"
        }
    }

    /// What the array that it travels in is made of.
    var encoded: ArrayEncoder.Element {
        switch self {
        case .text, .numeric, .instant, .names: .text
        case .integer, .bigint, .boolean: .int64
        case .date: .date
        case .bytes: .bytes
        }
    }
}
