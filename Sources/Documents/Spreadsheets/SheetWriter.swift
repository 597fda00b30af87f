internal import CXLSXWriter
internal import Glibc
internal import Tables
internal import Values

/// One sheet: title, notes, headings, rows as they come, totals. The library wants rows in their order. The first rows
/// wait until enough are there to lay the sheet out by.
struct SheetWriter {
    let worksheet: UnsafeMutablePointer<lxw_worksheet>
    let head: TableHead
    let formats: SheetFormats
    let language: Language
    private var layout: SheetLayout?
    private var waiting: [[Cell]] = []
    private(set) var totals: TableTotals
    /// Columns where a number was too large for a cell: a formula would not count it.
    var hasNumbersInText: Set<Int> = []
    /// The next row, from 0.
    private(set) var row: UInt32 = 0
    private(set) var headingRow: UInt32 = 0
    private var isFinished = false

    private static let mostWaiting = 256

    init(
        _ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ head: TableHead, _ formats: SheetFormats,
        _ language: Language
    ) {
        self.worksheet = worksheet
        self.head = head
        self.formats = formats
        self.language = language
        totals = TableTotals(head.columns)
    }

    mutating func append(_ cells: [Cell]) throws(SpreadsheetError) {
        guard !isFinished else { throw .refused }
        do throws(Overflow) { try totals.add(cells) } catch { throw .overflow }
        if let layout { return try write(cells, layout) }
        waiting.append(cells)
        if waiting.count == Self.mostWaiting { try layOut(isWhole: false) }
    }

    /// Decides on the widths and writes what has waited for that.
    private mutating func layOut(isWhole: Bool) throws(SpreadsheetError) {
        guard layout == nil else { return }
        guard head.columns.count <= Int(LXW_COL_MAX) else { throw .tooLarge }
        let layout = SheetLayout(
            head.columns, rows: waiting, totals: totals.cells, isWhole: isWhole, in: language)
        self.layout = layout
        for (position, width) in layout.widths.enumerated() {
            try SpreadsheetError.check(
                worksheet_set_column(worksheet, UInt16(position), UInt16(position), Double(width), nil))
        }
        try writeHead(layout)
        for cells in waiting { try write(cells, layout) }
        waiting = []
    }

    private mutating func writeHead(_ layout: SheetLayout) throws(SpreadsheetError) {
        try setHeight(22)
        try write(head.title.text(in: language), at: 0, formats.title)
        row += 1
        for note in head.notes {
            let colon = language == .chinese ? "：" : ": "
            try write(note.label.text(in: language) + colon + note.value.text(in: language), at: 0, formats.note)
            row += 1
        }
        headingRow = row
        try setHeight(layout.headingHeight)
        for (position, column) in head.columns.enumerated() {
            try write(column.heading.text(in: language), at: position, formats.heading)
        }
        row += 1
    }

    private mutating func write(_ cells: [Cell], _ layout: SheetLayout) throws(SpreadsheetError) {
        // One row is left for the totals.
        guard row < UInt32(LXW_ROW_MAX) - 1 else { throw .tooLarge }
        try setHeight(layout.height(of: cells))
        for position in head.columns.indices {
            try write(position < cells.count ? cells[position] : .nothing, at: position, formats.cell)
        }
        row += 1
    }

    private func setHeight(_ height: Double?) throws(SpreadsheetError) {
        guard let height else { return }
        try SpreadsheetError.check(worksheet_set_row(worksheet, row, height, nil))
    }

    /// Totals and the page; nothing may follow. Does nothing the second time.
    mutating func finish() throws(SpreadsheetError) {
        guard !isFinished else { return }
        try layOut(isWhole: true)
        isFinished = true
        let lastRow = row - 1
        // Before the totals: the library does not let anything reach back over a row that has gone to the file.
        if !head.columns.isEmpty {
            let lastColumn = UInt16(head.columns.count - 1)
            try SpreadsheetError.check(worksheet_autofilter(worksheet, headingRow, 0, lastRow, lastColumn))
        }
        if lastRow == headingRow {
            try write(language == .chinese ? "（无）" : "(none)", at: 0, formats.note)
        } else if !totals.isEmpty {
            try writeTotals()
        }
        try setPage()
        // The library does not look whether its temporary file took all.
        if fflush(worksheet.pointee.optimize_tmpfile) != 0 || ferror(worksheet.pointee.optimize_tmpfile) != 0 {
            throw .unwritable
        }
    }

    /// Closes the file that only finishing the workbook would close.
    func abandon() { fclose(worksheet.pointee.optimize_tmpfile) }
}
