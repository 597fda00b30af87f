/// How rows of one kind become a ``Table``: each column beside what it takes out of a row, so that a cell is always of
/// its column's kind.
public struct TableForm<Row>: Sendable {
    public let code: String
    public let title: Wording
    public let columns: [FormColumn<Row>]

    /// Takes the parts as they are.
    public init(code: String, title: Wording, columns: [FormColumn<Row>]) {
        self.code = code
        self.title = title
        self.columns = columns
    }

    /// What stands before the rows.
    public func head(notes: [TableNote] = []) -> TableHead {
        TableHead(code: code, title: title, notes: notes, columns: columns.map(\.column))
    }

    /// The cells of one row.
    public func cells(of row: Row) -> [Cell] { columns.map { $0.cell(row) } }

    /// The whole table.
    public func table(of rows: some Sequence<Row>, notes: [TableNote] = []) -> Table {
        Table(head(notes: notes), rows: rows.map(cells))
    }
}

/// A column with what it takes out of a row; nil leaves the cell empty.
public struct FormColumn<Row>: Sendable {
    public let column: TableColumn
    let cell: @Sendable (Row) -> Cell
}
