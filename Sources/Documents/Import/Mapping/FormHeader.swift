/// Where the columns of a filled-in sheet are, by the headings in its first row.
struct FormHeader {
    /// The column of each field that is there, from 0.
    private(set) var columns: [String: Int] = [:]
    /// Columns that are not read: of problems found earlier, and those that nobody knows.
    private(set) var ignored: Set<Int> = []
    private(set) var problems: [ImportProblem] = []

    init(_ sheet: ImportedSheet, as form: FormSheet) {
        let named = Dictionary(
            form.fields.flatMap { field in
                [field.heading.chinese, field.heading.english].map { (FormWords.plain($0), field) }
            }, uniquingKeysWith: { first, _ in first })
        guard let header = sheet.rows.first, header.number == 1 else { return }
        for (column, cell) in header.cells.sorted(by: { $0.key < $1.key }) {
            guard case .text(let heading) = cell.content, CellReader.trimmed(heading) != nil else { continue }
            let place = CellReference(row: 0, column: column)
            if FormSheet.problems.matches(heading) {
                ignored.insert(column)
            } else if let field = named[FormWords.plain(heading)] {
                if columns[field.key] != nil {
                    ignored.insert(column)
                    problems.append(ImportProblem(sheet.name, place, .form(.repeatedColumn), heading))
                } else {
                    columns[field.key] = column
                }
            } else {
                ignored.insert(column)
                problems.append(ImportProblem(sheet.name, place, .form(.unknownColumn), heading))
            }
        }
    }
}
