internal import JSON
public import Values

/// Writes a table as one JSON object: report, title, notes, columns, rows (a line each, an object by the columns'
/// codes), totals. Money, percentages and scores are decimal strings. Rows come one at a time and bytes can be taken
/// out between them.
public struct JSONTableOutput: Sendable {
    private var output = TextOutput()
    private let head: TableHead
    private let language: Language
    private var totals: TableTotals
    private var isFirst = true

    /// Begins with all that stands before the rows.
    public init(_ head: TableHead, in language: Language) {
        self.head = head
        self.language = language
        totals = TableTotals(head.columns)
        output.write("{\"report\":")
        output.write(jsonString: head.code)
        output.write(",\"title\":")
        output.write(jsonString: head.title.text(in: language))
        output.write(",\"notes\":")
        write(head.notes.map { ($0.code, $0.value) })
        output.write(",\"columns\":[")
        for (position, column) in head.columns.enumerated() {
            if position > 0 { output.write(",") }
            write([
                ("code", .text(column.code)), ("heading", .phrase(column.heading)),
                ("kind", .text(column.kind.rawValue)),
            ])
        }
        output.write("],\"rows\":[")
    }

    /// A row. Throws where a total does not fit.
    public mutating func append(_ row: [Cell]) throws(Overflow) {
        try totals.add(row)
        output.write(isFirst ? "\n" : ",\n")
        isFirst = false
        write(head.columns.enumerated().map { ($1.code, $0 < row.count ? row[$0] : .nothing) })
    }

    /// Ends the object with the totals; nothing may follow.
    public mutating func finish() {
        output.write("\n],\"totals\":")
        write(zip(head.columns, totals.cells).filter { $0.0.isTotalled }.map { ($0.code, $1) })
        output.write("}\n")
    }

    /// What was written since this was last asked.
    public mutating func takeBytes() -> [UInt8] {
        defer { output.removeAll() }
        return output.bytes
    }

    private mutating func write(_ members: [(String, Cell)]) {
        output.write("{")
        for (position, (name, cell)) in members.enumerated() {
            if position > 0 { output.write(",") }
            output.write(jsonString: name)
            output.write(":")
            write(cell)
        }
        output.write("}")
    }

    private mutating func write(_ cell: Cell) {
        switch cell {
        case .nothing: output.write("null")
        case .count(let count): output.write(count)
        case .word(let word): output.write(jsonString: word.code)
        case .percentage(let percentage): output.write(jsonString: percentage.description)
        default: output.write(jsonString: cell.text(in: language))
        }
    }
}

extension Table {
    /// The whole table as JSON. Throws where a total does not fit.
    public func json(in language: Language) throws(Overflow) -> [UInt8] {
        var output = JSONTableOutput(head, in: language)
        for row in rows { try output.append(row) }
        output.finish()
        return output.takeBytes()
    }
}
