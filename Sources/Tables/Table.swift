/// What a report says before its rows: enough to begin writing one whose rows are still being read.
public struct TableHead: Equatable, Sendable {
    /// Stable name of the report.
    public let code: String
    public let title: Wording
    /// Printed under the title.
    public let notes: [TableNote]
    public let columns: [TableColumn]

    /// Takes the parts as they are.
    public init(code: String, title: Wording, notes: [TableNote] = [], columns: [TableColumn]) {
        self.code = code
        self.title = title
        self.notes = notes
        self.columns = columns
    }
}

/// What was asked for, or what a reader must know of the whole report: as of, known at, scope, newest checkpoint.
public struct TableNote: Equatable, Sendable {
    /// Stable; unique in its table.
    public let code: String
    public let label: Wording
    public let value: Cell

    /// Takes the parts as they are.
    public init(_ code: String, _ label: Wording, _ value: Cell) {
        self.code = code
        self.label = label
        self.value = value
    }
}

/// A report that people take away, whatever it is written as. A row has a cell for each column; writers take a missing
/// cell as empty and leave out what is beyond the last column.
public struct Table: Equatable, Sendable {
    public let head: TableHead
    public var rows: [[Cell]]

    /// Takes the parts as they are.
    public init(_ head: TableHead, rows: [[Cell]] = []) {
        self.head = head
        self.rows = rows
    }
}
