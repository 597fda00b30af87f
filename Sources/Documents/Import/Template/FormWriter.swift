internal import CXLSXWriter
internal import Values

/// Writes the form by libxlsxwriter: the guide, the sheets to fill in, the codes.
struct FormWriter {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let formats: FormFormats
    private let language: Language
    private let form: FilledForm

    /// Rows that have drop-downs and hints.
    static let preparedRows: UInt32 = 2000

    static func write(
        _ form: FilledForm, at path: String, writtenAt: Instant, in language: Language
    ) throws(SpreadsheetError) {
        guard let workbook = workbook_new(path) else { throw .uncreatable }
        do throws(SpreadsheetError) {
            let title = FormGuide.title.text(in: language)
            try SpreadsheetError.check(DocumentProperties(title, "Tranche", writtenAt).set(on: workbook))
            let formats = FormFormats(workbook, in: language)
            let writer = FormWriter(workbook: workbook, formats: formats, language: language, form: form)
            try writer.writeGuide()
            for sheet in FormSheet.allCases { try writer.write(sheet) }
            try writer.writeCodes()
        } catch {
            lxw_workbook_free(workbook)
            throw error
        }
        try SpreadsheetError.check(workbook_close(workbook))
    }

    private typealias Sheet = UnsafeMutablePointer<lxw_worksheet>

    private func add(_ name: FormWords) throws(SpreadsheetError) -> Sheet {
        guard let sheet = workbook_add_worksheet(workbook, name.text(in: language)) else { throw .refused }
        worksheet_set_paper(sheet, 9)  // A4
        worksheet_set_landscape(sheet)
        worksheet_fit_to_pages(sheet, 1, 0)
        return sheet
    }

    private func write(
        _ text: String, _ row: Int, _ column: Int, of sheet: Sheet, _ format: FormFormats.Format?
    ) throws(SpreadsheetError) {
        let string = SpreadsheetText(text).text
        try SpreadsheetError.check(worksheet_write_string(sheet, UInt32(row), UInt16(column), string, format))
    }

    /// High enough for wrapped text: Chinese characters, three bytes each, are as wide as two letters.
    private func setHeight(of row: Int, for text: String, width: Int, of sheet: Sheet) {
        let lines = text.split(separator: "\n").reduce(0) { $0 + ($1.utf8.count - 1) / width + 1 }
        worksheet_set_row(sheet, UInt32(row), min(400, Double(15 * max(lines, 1))), nil)
    }

    /// How to fill the form in; of one that comes back, first what is wrong with it.
    private func writeGuide() throws(SpreadsheetError) {
        let sheet = try add(FormSheet.guide)
        worksheet_set_column(sheet, 0, 0, 24, nil)
        worksheet_set_column(sheet, 1, 1, 100, nil)
        try write(FormGuide.title.text(in: language), 0, 0, of: sheet, formats.title)
        var row = 2
        for (place, problem, cell) in form.problems.prefix(FormGuide.mostProblems).map({
            ($0.form, $0.problem, $0.cell)
        }) {
            let name = place?.title.text(in: language) ?? problem.sheet
            try write("\(name)!\(cell)", row, 0, of: sheet, formats.problem)
            let message = problem.message(in: language)
            try write(message, row, 1, of: sheet, formats.problem)
            setHeight(of: row, for: message, width: 100, of: sheet)
            row += 1
        }
        if !form.problems.isEmpty { row += 1 }
        for line in FormGuide.lines {
            try write(line.about.text(in: language), row, 0, of: sheet, formats.line)
            let text = line.text.text(in: language)
            try write(text, row, 1, of: sheet, formats.line)
            setHeight(of: row, for: text, width: 100, of: sheet)
            row += 1
        }
    }

    private func write(_ form: FormSheet) throws(SpreadsheetError) {
        let sheet = try add(form.title)
        let filled = self.form.sheets[form]
        for (column, field) in form.fields.enumerated() {
            let heading = field.heading.text(in: language)
            let format = field.isRequired ? formats.requiredHeading : formats.heading
            try write(field.isRequired ? heading + "*" : heading, 0, column, of: sheet, format)
            let least = field.kind == .text ? 22 : 12
            let width = Double(max(least, min(30, heading.unicodeScalars.count * 2 + 4)))
            let look = formats.cell(field.look, isWrong: false)
            worksheet_set_column(sheet, UInt16(column), UInt16(column), width, look)
            try FormValidation(field, in: language).set(on: sheet, column: UInt16(column))
        }
        worksheet_set_row(sheet, 0, 32, nil)
        worksheet_freeze_panes(sheet, 1, 1)
        guard let filled else { return }
        for row in filled.rows { try write(row, of: filled, form, on: sheet) }
        try writeProblems(of: filled, form, on: sheet)
    }

    private func write(
        _ row: ImportedRow, of filled: FilledForm.FilledSheet, _ form: FormSheet, on sheet: Sheet
    ) throws(SpreadsheetError) {
        for (column, cell) in row.cells.sorted(by: { $0.key < $1.key }) {
            let place = CellReference(row: row.number - 1, column: column)
            let field = form.fields[column]
            let isWrong = filled.wrong.contains(place)
            let format = formats.cell(cell.look(in: field, isWrong: isWrong), isWrong: isWrong)
            let (line, position) = (UInt32(place.row), UInt16(column))
            switch cell.content {
            case .text(let text), .error(let text): try write(text, place.row, column, of: sheet, format)
            case .boolean(let value):
                try SpreadsheetError.check(worksheet_write_boolean(sheet, line, position, value ? 1 : 0, format))
            case .number(let stored):
                let isDay = cell.format == .date || field.kind == .day || field.kind == .parameter
                let shift: Double = self.form.countsFrom1904 && isDay ? 1462 : 0
                let number = (Double(stored) ?? 0) + shift
                try SpreadsheetError.check(worksheet_write_number(sheet, line, position, number, format))
            case .uncomputed: try SpreadsheetError.check(worksheet_write_blank(sheet, line, position, format))
            }
        }
    }

    /// Wrong cells that are empty get their colour, and each row its reasons.
    private func writeProblems(
        of filled: FilledForm.FilledSheet, _ form: FormSheet, on sheet: Sheet
    ) throws(SpreadsheetError) {
        guard !filled.problems.isEmpty else { return }
        let cells = Dictionary(filled.rows.map { ($0.number, $0.cells) }, uniquingKeysWith: { first, _ in first })
        for place in filled.wrong.sorted() where place.row > 0 && cells[place.row + 1]?[place.column] == nil {
            let format = formats.cell(form.fields[place.column].look, isWrong: true)
            try SpreadsheetError.check(
                worksheet_write_blank(sheet, UInt32(place.row), UInt16(place.column), format))
        }
        let column = form.fields.count
        worksheet_set_column(sheet, UInt16(column), UInt16(column), 60, nil)
        try write(FormSheet.problems.text(in: language), 0, column, of: sheet, formats.heading)
        for (row, problems) in filled.problems.sorted(by: { $0.key < $1.key }) where row > 1 {
            let reasons = problems.map { $0.message(in: language) }.joined(separator: "\n")
            try write(reasons, row - 1, column, of: sheet, formats.problem)
            setHeight(of: row - 1, for: reasons, width: 60, of: sheet)
        }
    }

    /// The lists that drop-downs offer, one a column; their codes beside them.
    private func writeCodes() throws(SpreadsheetError) {
        let sheet = try add(FormSheet.codes)
        worksheet_set_column(sheet, 0, UInt16(FormList.allCases.count * 2), 18, nil)
        for (position, list) in FormList.allCases.enumerated() {
            try write(list.title.text(in: language), 0, position * 2, of: sheet, formats.heading)
            for (row, choice) in list.offered.enumerated() {
                try write(choice.words.text(in: language), row + 1, position * 2, of: sheet, formats.line)
                try write(choice.code, row + 1, position * 2 + 1, of: sheet, formats.line)
            }
        }
    }
}

extension ImportedCell {
    /// As it looked: dates and percentages keep their own looks, other numbers take the column's, unless that could
    /// hide what is wrong with them.
    fileprivate func look(in field: FormField, isWrong: Bool) -> FormFormats.Look {
        guard case .number = content else { return field.look }
        switch format {
        case .date: return .day
        case .percent: return .percent
        case .general: return field.look == .text || field.look == .money && isWrong ? .plain : field.look
        }
    }
}
