internal import CXLSXWriter
internal import Glibc
public import Tables
public import Values

/// An XLSX workbook that is being written: a sheet for each table, rows one at a time in memory that does not grow with
/// them. What stands at its path is empty before ``close()``. The same tables and the same `writtenAt` give the same
/// bytes.
public struct Workbook: ~Copyable {
    /// Nil once it is closed.
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private let path: String
    private var sheets: [SheetWriter] = []
    private let formats: SheetFormats
    private let language: Language
    private var names: Set<String> = []

    /// A workbook for a path, with its document's title and author and the moment that it says it was made. Temporary
    /// files, which have no names, stand in the path's folder.
    public init(
        at path: String, title: String, author: String, writtenAt: Instant, in language: Language
    ) throws(SpreadsheetError) {
        // The library opens the path only at the end: who asks for one that cannot be written hears it now.
        guard let file = fopen(path, "wb") else { throw .uncreatable }
        fclose(file)
        let made = Self.folder(of: path).withCString { folder in
            var options = lxw_workbook_options()
            options.constant_memory = 1
            options.tmpdir = UnsafeMutablePointer(mutating: folder)
            return workbook_new_opt(path, &options)
        }
        guard let made else { throw .outOfMemory }
        do throws(SpreadsheetError) {
            try SpreadsheetError.check(DocumentProperties(title, author, writtenAt).set(on: made))
        } catch {
            lxw_workbook_free(made)
            throw error
        }
        workbook = made
        self.path = path
        formats = SheetFormats(made, in: language)
        self.language = language
    }

    deinit {
        guard let workbook else { return }
        for sheet in sheets { sheet.abandon() }
        lxw_workbook_free(workbook)
    }

    /// Begins a sheet; the one before is finished.
    public mutating func beginSheet(_ head: TableHead) throws(SpreadsheetError) {
        try finishSheet()
        let name = SheetName.make(head.title.text(in: language), taken: names)
        names.insert(name.lowercased())
        guard let worksheet = workbook_add_worksheet(workbook, name) else { throw .uncreatable }
        sheets.append(SheetWriter(worksheet, head, formats, language))
    }

    /// A row of the sheet begun last.
    public mutating func append(_ row: [Cell]) throws(SpreadsheetError) {
        guard !sheets.isEmpty else { throw .refused }
        try sheets[sheets.count - 1].append(row)
    }

    /// A whole table as a sheet.
    public mutating func add(_ table: Table) throws(SpreadsheetError) {
        try beginSheet(table.head)
        for row in table.rows { try append(row) }
    }

    /// Writes the file. Where that fails, what stands at the path is no workbook; it is the caller's to remove.
    public consuming func close() throws(SpreadsheetError) {
        try finishSheet()
        guard let closed = workbook else { throw .refused }
        workbook = nil
        try SpreadsheetError.check(workbook_close(closed))
        try FinishedWorkbook.check(at: path)
    }

    private mutating func finishSheet() throws(SpreadsheetError) {
        guard !sheets.isEmpty else { return }
        try sheets[sheets.count - 1].finish()
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
