/// What a spreadsheet file holds, as far as forms need it: cells as they are stored, without their looks.
public struct ImportedWorkbook: Equatable, Sendable {
    public var sheets: [ImportedSheet]
    /// Days are counted from 1904 (an old setting of Excel for Mac), not from 1900.
    public var countsFrom1904: Bool

    /// A workbook of those sheets.
    public init(sheets: [ImportedSheet], countsFrom1904: Bool = false) {
        self.sheets = sheets
        self.countsFrom1904 = countsFrom1904
    }
}

/// One sheet: only its cells that hold something.
public struct ImportedSheet: Equatable, Sendable {
    public var name: String
    /// Ascending by number, none empty.
    public var rows: [ImportedRow]
    /// Areas whose cells were joined into one; all but the first cell of each are empty.
    public var merged: [CellArea]

    /// A sheet without merged cells.
    public init(name: String, rows: [ImportedRow], merged: [CellArea] = []) {
        self.name = name
        self.rows = rows
        self.merged = merged
    }
}

/// A row with its cells by column, the first column being 0.
public struct ImportedRow: Equatable, Sendable {
    /// As people count, from 1.
    public var number: Int
    public var cells: [Int: ImportedCell]

    /// A row of those cells.
    public init(number: Int, cells: [Int: ImportedCell]) {
        self.number = number
        self.cells = cells
    }
}

/// What a cell holds, as stored.
public struct ImportedCell: Equatable, Sendable {
    public var content: Content
    /// Whether a formula gave it; the content is what was last computed, nil where the file does not say.
    public var isFormula = false
    public var format = Format.general

    /// A cell that was typed in.
    public init(_ content: Content, format: Format = .general) {
        self.content = content
        self.format = format
    }

    /// The types of a cell (ECMA-376, 18.18.11).
    public enum Content: Equatable, Sendable {
        /// As the file spells it, perhaps with an exponent: it has not been through a binary fraction here.
        case number(String)
        case text(String)
        case boolean(Bool)
        /// Such as `#N/A`.
        case error(String)
        /// A formula that was never computed.
        case uncomputed
    }

    /// What a number is shown as.
    public enum Format: Equatable, Sendable { case general, date, percent }
}
