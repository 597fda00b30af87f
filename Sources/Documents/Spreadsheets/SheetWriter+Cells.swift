internal import CXLSXWriter
internal import Tables
internal import Values

extension SheetWriter {
    /// A cell of the next row.
    mutating func write(
        _ cell: Cell, at position: Int, _ format: (SheetFormats.Look) -> SheetFormats.Format?
    ) throws(SpreadsheetError) {
        switch cell {
        case .nothing:
            try SpreadsheetError.check(worksheet_write_blank(worksheet, row, UInt16(position), format(.text)))
        case .text, .word, .phrase: try write(cell.text(in: language), at: position, format(.text))
        default:
            guard let (number, look) = SpreadsheetNumber.number(cell) else {
                hasNumbersInText.insert(position)
                return try write(cell.text(in: language), at: position, format(.digits))
            }
            try SpreadsheetError.check(
                worksheet_write_number(worksheet, row, UInt16(position), number, format(look)))
        }
    }

    /// The row below the last one.
    func writeTotals() throws(SpreadsheetError) {
        let labelColumn = head.columns.firstIndex { !$0.isTotalled }
        for position in head.columns.indices {
            let total = totals.cells[position]
            if total == .nothing {
                let label = position == labelColumn ? (language == .chinese ? "合计" : "Total") : ""
                try write(label, at: position, formats.totalLabel)
            } else if !hasNumbersInText.contains(position), let (sum, look) = SpreadsheetNumber.number(total) {
                try SpreadsheetError.check(
                    worksheet_write_formula_num(
                        worksheet, row, UInt16(position), formula(of: position), formats.total(look), sum))
            } else {
                try write(total.text(in: language), at: position, formats.total(.digits))
            }
        }
    }

    /// The sum of what a filter leaves: SUBTOTAL, function 9.
    private func formula(of position: Int) -> String {
        let column = SheetAddress.column(position)
        return "=SUBTOTAL(9,\(column)\(headingRow + 2):\(column)\(row))"
    }

    /// Always a string, whatever it begins with.
    func write(_ text: String, at position: Int, _ format: SheetFormats.Format?) throws(SpreadsheetError) {
        try SpreadsheetError.check(
            worksheet_write_string(worksheet, row, UInt16(position), SpreadsheetText(text).text, format))
    }
}
