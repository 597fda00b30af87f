internal import Values

/// A filled-in workbook as the template lays it out.
struct FilledForm {
    private(set) var sheets: [FormSheet: FilledSheet] = [:]
    /// Every problem, with its sheet's form where it has one.
    private(set) var problems: [(problem: ImportProblem, form: FormSheet?, cell: CellReference)] = []
    private(set) var countsFrom1904 = false

    /// One sheet: its rows with cells by the template's columns, and what is wrong with them.
    struct FilledSheet {
        var rows: [ImportedRow] = []
        /// The problems of a row, by its number from 1.
        var problems: [Int: [ImportProblem]] = [:]
        /// The cells that are wrong, at their new places.
        var wrong: Set<CellReference> = []
    }

    /// Nothing filled in.
    init() {}

    init(_ workbook: ImportedWorkbook, _ problems: [ImportProblem]) {
        countsFrom1904 = workbook.countsFrom1904
        var columns: [String: (form: FormSheet, places: [Int: Int])] = [:]
        for sheet in workbook.sheets {
            guard let form = FormSheet.allCases.first(where: { $0.title.matches(sheet.name) }), sheets[form] == nil
            else { continue }
            let places = Self.places(FormHeader(sheet, as: form), form)
            columns[sheet.name] = (form, places)
            var filled = FilledSheet()
            for row in sheet.rows where row.number > 1 {
                let cells = row.cells.compactMap { column, cell in places[column].map { ($0, cell) } }
                filled.rows.append(ImportedRow(number: row.number, cells: Dictionary(uniqueKeysWithValues: cells)))
            }
            sheets[form] = filled
        }
        for problem in problems { add(problem, columns[problem.sheet]) }
    }

    /// From the file's columns to the template's.
    private static func places(_ header: FormHeader, _ form: FormSheet) -> [Int: Int] {
        var places: [Int: Int] = [:]
        for (position, field) in form.fields.enumerated() {
            if let column = header.columns[field.key] { places[column] = position }
        }
        return places
    }

    private mutating func add(_ problem: ImportProblem, _ sheet: (form: FormSheet, places: [Int: Int])?) {
        var cell = problem.cell
        guard let sheet else { return problems.append((problem, nil, cell)) }
        if let column = sheet.places[cell.column] {
            cell.column = column
            sheets[sheet.form]?.wrong.insert(cell)
        }
        sheets[sheet.form]?.problems[cell.row + 1, default: []].append(problem)
        problems.append((problem, sheet.form, cell))
    }
}
