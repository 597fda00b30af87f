internal import Contracts

/// The rows of one sheet of the form, its columns found by their headings.
struct FormTable {
    private(set) var rows: [FormRow] = []
    private(set) var problems: [ImportProblem] = []

    init(_ sheet: ImportedSheet, as form: FormSheet, with reader: CellReader) {
        let fields = form.fields
        let header = FormHeader(sheet, as: form)
        problems = header.problems
        let filled = sheet.rows.filter { $0.number > 1 }
        guard !filled.isEmpty else { return }
        for field in fields where field.isRequired && header.columns[field.key] == nil {
            let detail = "\(field.heading.chinese) / \(field.heading.english)"
            problems.append(
                ImportProblem(sheet.name, CellReference(row: 0, column: 0), .form(.missingColumn), detail))
        }
        for area in sheet.merged where area.last.row > 0 {
            problems.append(
                ImportProblem(sheet.name, area.first, .form(.mergedCells), "\(area.first):\(area.last)"))
        }
        guard !problems.contains(where: { $0.fault == .form(.missingColumn) }) else { return }
        for row in filled { read(row, sheet.name, fields, header, reader) }
    }

    private mutating func read(
        _ row: ImportedRow, _ sheet: String, _ fields: [FormField], _ header: FormHeader, _ reader: CellReader
    ) {
        let written = row.cells.filter { !header.ignored.contains($0.key) && !$0.value.isBlank }
        guard !written.isEmpty else { return }
        let known = Set(header.columns.values)
        for column in written.keys.sorted() where !known.contains(column) {
            let place = CellReference(row: row.number - 1, column: column)
            problems.append(ImportProblem(sheet, place, .form(.outsideOfTable)))
        }
        var formRow = FormRow(sheet: sheet, number: row.number, columns: header.columns)
        formRow.read(row.cells, fields, with: reader)
        rows.append(formRow)
    }
}

extension ImportedCell {
    /// Nothing but blanks.
    fileprivate var isBlank: Bool {
        if case .text(let text) = content { CellReader.trimmed(text) == nil } else { false }
    }
}
