internal import CXLSXWriter
internal import Glibc
internal import Tables
internal import Values

/// One sheet: title, notes, headings, rows as they come, totals. The library wants rows in their order.
struct SheetWriter {
    let worksheet: UnsafeMutablePointer<lxw_worksheet>
    let head: TableHead
    private let formats: SheetFormats
    let language: Language
    private var widths: ColumnWidths
    private var totals: TableTotals
    /// Columns where a number was too large for a cell: a formula would not count it.
    private var hasNumbersInText: Set<Int> = []
    /// The next row, from 0.
    private var row: UInt32 = 0
    private(set) var headingRow: UInt32 = 0
    private var isFinished = false

    init(
        _ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ head: TableHead, _ formats: SheetFormats,
        _ language: Language
    ) {
        self.worksheet = worksheet
        self.head = head
        self.formats = formats
        self.language = language
        widths = ColumnWidths(head.columns, in: language)
        totals = TableTotals(head.columns)
    }

    /// Title, notes and headings.
    mutating func begin() throws(SpreadsheetError) {
        guard head.columns.count <= Int(LXW_COL_MAX) else { throw .tooLarge }
        try write(head.title.text(in: language), at: 0, formats.title)
        row += 1
        for note in head.notes {
            let colon = language == .chinese ? "：" : ": "
            try write(note.label.text(in: language) + colon + note.value.text(in: language), at: 0, formats.note)
            row += 1
        }
        headingRow = row
        for (position, column) in head.columns.enumerated() {
            try write(column.heading.text(in: language), at: position, formats.heading)
        }
        row += 1
    }

    mutating func append(_ cells: [Cell]) throws(SpreadsheetError) {
        // One row is left for the totals.
        guard !isFinished, row < UInt32(LXW_ROW_MAX) - 1 else { throw .tooLarge }
        do throws(Overflow) { try totals.add(cells) } catch { throw .overflow }
        for position in head.columns.indices {
            try write(position < cells.count ? cells[position] : .nothing, at: position, formats.cell)
        }
        row += 1
    }

    /// Totals, widths and the page; nothing may follow. Does nothing the second time.
    mutating func finish() throws(SpreadsheetError) {
        guard !isFinished else { return }
        isFinished = true
        let lastRow = row - 1
        // Before the totals: the library does not let anything reach back over a row that has gone to the file.
        if !head.columns.isEmpty {
            let lastColumn = UInt16(head.columns.count - 1)
            try check(worksheet_autofilter(worksheet, headingRow, 0, lastRow, lastColumn))
        }
        if lastRow > headingRow, !totals.isEmpty { try writeTotals() }
        for (position, width) in widths.widths.enumerated() {
            try check(worksheet_set_column(worksheet, UInt16(position), UInt16(position), Double(width), nil))
        }
        try setPage()
        // The library does not look whether its temporary file took all.
        if fflush(worksheet.pointee.optimize_tmpfile) != 0 || ferror(worksheet.pointee.optimize_tmpfile) != 0 {
            throw .unwritable
        }
    }

    /// Closes the file that only finishing the workbook would close.
    func abandon() { fclose(worksheet.pointee.optimize_tmpfile) }

    private mutating func writeTotals() throws(SpreadsheetError) {
        let labelColumn = head.columns.firstIndex { !$0.isTotalled }
        for position in head.columns.indices {
            switch totals.cells[position] {
            case .nothing:
                let label = position == labelColumn ? (language == .chinese ? "合计" : "Total") : ""
                try write(label, at: position, formats.totalLabel)
            case let total where hasNumbersInText.contains(position):
                try write(total, at: position, asTextWith: formats.total(.text))
            case let total: try write(total, at: position, formats.total, isSum: true)
            }
        }
    }

    private mutating func write(
        _ cell: Cell, at position: Int, _ format: (SheetFormats.Look) -> SheetFormats.Format?, isSum: Bool = false
    ) throws(SpreadsheetError) {
        widths.take(cell, at: position, in: language)
        switch cell {
        case .nothing: try check(worksheet_write_blank(worksheet, row, UInt16(position), format(.text)))
        case .text, .word, .phrase: try write(cell.text(in: language), at: position, format(.text))
        default:
            guard let (number, look) = SpreadsheetNumber.number(cell) else {
                hasNumbersInText.insert(position)
                return try write(cell, at: position, asTextWith: format(.text))
            }
            guard isSum else {
                return try check(worksheet_write_number(worksheet, row, UInt16(position), number, format(look)))
            }
            try check(
                worksheet_write_formula_num(
                    worksheet, row, UInt16(position), sum(of: position), format(look), number))
        }
    }

    /// Of what a filter leaves: SUBTOTAL, function 9. Whoever opens the file without computing sees the sum of all.
    private func sum(of position: Int) -> String {
        let column = SheetAddress.column(position)
        return "=SUBTOTAL(9,\(column)\(headingRow + 2):\(column)\(row))"
    }

    private mutating func write(
        _ cell: Cell, at position: Int, asTextWith format: SheetFormats.Format?
    ) throws(SpreadsheetError) {
        try write(cell.text(in: language), at: position, format)
    }

    /// Always a string, whatever it begins with.
    private func write(_ text: String, at position: Int, _ format: SheetFormats.Format?) throws(SpreadsheetError) {
        try check(worksheet_write_string(worksheet, row, UInt16(position), SpreadsheetText(text).text, format))
    }

    private func check(_ answer: lxw_error) throws(SpreadsheetError) { try SpreadsheetError.check(answer) }
}
