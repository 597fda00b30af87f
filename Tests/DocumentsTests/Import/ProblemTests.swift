import Testing
import Values

@testable import Documents

/// What a wrong form is told: every code, where it is, in both languages; and the form given back.
struct ProblemTests {
    struct Wrong: Sendable, CustomStringConvertible {
        let code: String
        let place: String
        let change: @Sendable (inout ImportedWorkbook) -> Void
        var description: String { "\(code) at \(place)" }
    }

    /// Changes a cell by the key of its column; nil empties it.
    private static func cell(
        _ form: FormSheet, _ row: Int, _ key: String, _ content: ImportedCell.Content?,
        format: ImportedCell.Format = .general, isFormula: Bool = false
    ) -> @Sendable (inout ImportedWorkbook) -> Void {
        { workbook in
            let sheet = workbook.sheets.firstIndex { form.title.matches($0.name) } ?? 0
            let line = workbook.sheets[sheet].rows.firstIndex { $0.number == row } ?? 0
            let column = form.fields.firstIndex { $0.key == key } ?? 0
            workbook.sheets[sheet].rows[line].cells[column] = content.map {
                var cell = ImportedCell($0, format: format)
                cell.isFormula = isFormula
                return cell
            }
        }
    }

    /// One fault each; the place as sheet and cell.
    static let wrong: [Wrong] = [
        Wrong(code: "import-required", place: "合同!B2", change: cell(.contracts, 2, "title", nil)),
        Wrong(code: "import-required", place: "分期!J2", change: cell(.installments, 2, "condition1", .text("  "))),
        Wrong(code: "import-required", place: "分期!K2", change: cell(.installments, 2, "parameter1", nil)),
        Wrong(code: "import-required", place: "分期!Q2", change: cell(.installments, 2, "unit", nil)),
        Wrong(code: "import-required", place: "考核办法!E2", change: cell(.rules, 2, "of", nil)),
        Wrong(code: "import-required", place: "考核办法!F2", change: cell(.rules, 2, "year", nil)),
        Wrong(
            code: "import-formula-in-text", place: "合同!C2",
            change: cell(.contracts, 2, "buyer", .text("甲"), isFormula: true)),
        Wrong(
            code: "import-formula-not-computed", place: "合同!E2",
            change: cell(.contracts, 2, "price", .uncomputed, isFormula: true)),
        Wrong(code: "import-error-cell", place: "发票!D2", change: cell(.invoices, 2, "amount", .error("#N/A"))),
        Wrong(
            code: "import-number-in-text", place: "发票!C2",
            change: cell(.invoices, 2, "number", .number("2.5512000000012346E+19"))),
        Wrong(
            code: "import-date-in-text", place: "考核!B2",
            change: cell(.assessments, 2, "assessment", .number("46023"), format: .date)),
        Wrong(code: "import-wrong-cell-type", place: "合同!D2", change: cell(.contracts, 2, "supplier", .boolean(true))),
        Wrong(code: "import-not-a-choice", place: "分期!E3", change: cell(.installments, 3, "kind", .text("尾款"))),
        Wrong(
            code: "import-register-by-json", place: "分期!F4",
            change: { workbook in
                cell(.installments, 4, "amount", .text("逐期扣留"))(&workbook)
            }),
        Wrong(code: "import-not-here", place: "分期!G2", change: cell(.installments, 2, "fixed", .number("5"))),
        Wrong(code: "import-not-here", place: "分期!L4", change: cell(.installments, 4, "number1", .number("5"))),
        Wrong(code: "import-not-here", place: "合同!G2", change: cell(.contracts, 2, "from", .text("2026-01-01"))),
        Wrong(
            code: "import-merged-cells", place: "分期!A3",
            change: { workbook in
                let first = CellReference(row: 2, column: 0)
                workbook.sheets[2].merged = [CellArea(first: first, last: CellReference(row: 3, column: 0))]
            }),
        Wrong(
            code: "import-unknown-sheet", place: "Sheet1!A1",
            change: { workbook in
                let row = ImportedRow(number: 1, cells: [0: ImportedCell(.text("x"))])
                workbook.sheets.append(ImportedSheet(name: "Sheet1", rows: [row]))
            }),
        Wrong(
            code: "import-repeated-sheet", place: "Contracts!A1",
            change: { workbook in
                workbook.sheets.append(FilledForms.sheet(.contracts, [["title": .text("x")]], in: .english))
            }),
        Wrong(
            code: "import-unknown-column", place: "发票!I1",
            change: { workbook in
                workbook.sheets[4].rows[0].cells[8] = ImportedCell(.text("税率"))
            }),
        Wrong(
            code: "import-repeated-column", place: "发票!I1",
            change: { workbook in
                workbook.sheets[4].rows[0].cells[8] = ImportedCell(.text("invoice number"))
            }),
        Wrong(
            code: "import-missing-column", place: "考核!A1",
            change: { workbook in
                workbook.sheets[5].rows[0].cells[2] = nil
            }),
        Wrong(
            code: "import-outside-table", place: "发票!J2",
            change: { workbook in
                workbook.sheets[4].rows[1].cells[9] = ImportedCell(.text("x"))
            }),
        Wrong(
            code: "import-repeated-contract", place: "合同!A3",
            change: { workbook in
                workbook.sheets[0].rows.append(ImportedRow(number: 3, cells: workbook.sheets[0].rows[1].cells))
            }),
        Wrong(
            code: "import-unknown-contract", place: "年度!A4",
            change: { workbook in
                var cells = workbook.sheets[1].rows[1].cells
                cells[0] = ImportedCell(.text("SL-X"))
                workbook.sheets[1].rows.append(ImportedRow(number: 4, cells: cells))
            }),
        Wrong(
            code: "import-nothing", place: "合同!A1",
            change: { workbook in
                for sheet in workbook.sheets.indices { workbook.sheets[sheet].rows.removeSubrange(1...) }
            }),
        // What the rules of dossiers say, at the cell that it is about.
        Wrong(code: "bad-money", place: "合同!E2", change: cell(.contracts, 2, "price", .number("1200000.005"))),
        Wrong(code: "bad-date", place: "合同!F2", change: cell(.contracts, 2, "signedOn", .number("60"))),
        Wrong(code: "bad-percentage", place: "分期!H2", change: cell(.installments, 2, "percent", .text("三成"))),
        Wrong(code: "bad-score", place: "考核!C2", change: cell(.assessments, 2, "score", .number("85.555"))),
        Wrong(code: "score-out-of-range", place: "考核!C2", change: cell(.assessments, 2, "score", .number("855"))),
        Wrong(code: "bad-integer", place: "年度!B2", change: cell(.years, 2, "year", .number("1.5"))),
        Wrong(code: "bad-id", place: "分期!B4", change: cell(.installments, 4, "id", .text("第二年"))),
        Wrong(code: "duplicate-id", place: "分期!B4", change: cell(.installments, 4, "id", .text("y1-balance"))),
        Wrong(code: "unknown-year", place: "分期!D4", change: cell(.installments, 4, "year", .number("3"))),
        Wrong(code: "unknown-assessment", place: "分期!S3", change: cell(.installments, 3, "assessedBy", .text("y9"))),
        Wrong(code: "unknown-installment", place: "发票!B2", change: cell(.invoices, 2, "installment", .text("y9"))),
        Wrong(code: "unknown-criterion", place: "考核!F2", change: cell(.assessments, 2, "failed", .text("speed"))),
        Wrong(code: "negative-amount", place: "合同!E2", change: cell(.contracts, 2, "price", .number("-1"))),
        Wrong(code: "period-reversed", place: "年度!E2", change: cell(.years, 2, "to", .text("2025-01-01"))),
        Wrong(
            code: "when-without-date", place: "分期!J4",
            change: { workbook in
                cell(.installments, 4, "condition1", .text("收到发票"))(&workbook)
                cell(.installments, 4, "parameter1", nil)(&workbook)
            }),
        Wrong(code: "bad-date", place: "分期!K4", change: cell(.installments, 4, "parameter1", .text("8月"))),
    ]

    @Test(arguments: wrong) func isFoundWhereItIs(_ wrong: Wrong) throws {
        var workbook = FilledForms.workbook(FilledForms.sample)
        wrong.change(&workbook)
        let problems = try #require(throws: ImportProblems.self) { try workbook.submissions() }.list
        #expect(problems.map { "\($0.code) at \($0.sheet)!\($0.cell)" } == [wrong.description])
        for problem in problems {
            for language in Language.allCases {
                #expect(!problem.message(in: language).contains("%") || wrong.code == "bad-percentage")
            }
            #expect(problem.message(in: .chinese) != problem.message(in: .english))
        }
        try comesBackMarked(workbook, problems)
    }

    @Test func everyCodeOfFormsIsTried() {
        #expect(Set(ImportCode.allCases.map(\.rawValue)).subtracting(Self.wrong.map(\.code)) == [])
    }

    /// The form given back holds what was typed and is wrong in the same ways, but for what the template has no place
    /// for.
    private func comesBackMarked(_ workbook: ImportedWorkbook, _ problems: [ImportProblem]) throws {
        let returned = try ImportedWorkbook.read(FilledForms.marked(workbook, problems))
        for (sheet, form) in zip(workbook.sheets, FormSheet.allCases) {
            let back = try #require(returned.sheets.first { $0.name == form.title.chinese })
            for row in sheet.rows where row.number > 1 {
                let cells = back.rows.first { $0.number == row.number }?.cells ?? [:]
                let known = FormHeader(sheet, as: form).columns.values
                for column in form.fields.indices where known.contains(column) {
                    #expect(typed(cells[column]) == typed(row.cells[column]))
                }
            }
            let reasons = back.rows.filter { $0.number > 1 }.compactMap { $0.cells[form.fields.count]?.content }
            let rows = Set(problems.filter { $0.sheet == sheet.name && $0.cell.row > 0 }.map(\.cell.row))
            #expect(reasons.count == rows.count)
        }
        let guide = try #require(returned.sheets.first)
        for problem in problems {
            let message = problem.message(in: .chinese)
            #expect(guide.rows.contains { $0.cells[1]?.content == .text(message) })
        }
    }

    private func typed(_ cell: ImportedCell?) -> ImportedCell.Content? {
        switch cell?.content {
        case .text(let text): CellReader.trimmed(text) == nil ? nil : .text(text)
        case .error(let name): .text(name)
        case .number(let stored): .number(StoredNumber(stored)?.decimalText(places: 2) ?? "")
        case .uncomputed: nil
        default: cell?.content
        }
    }

    /// Many faults at once: all of them are told, in the order of sheets, rows and columns.
    @Test func allAreToldAtOnce() throws {
        var workbook = FilledForms.workbook(FilledForms.sample)
        for wrong in Self.wrong where wrong.code.hasPrefix("bad-") && wrong.code != "bad-id" { wrong.change(&workbook) }
        let problems = try #require(throws: ImportProblems.self) { try workbook.submissions() }.list
        #expect(
            problems.map { "\($0.sheet)!\($0.cell)" }
                == ["合同!E2", "合同!F2", "年度!B2", "分期!H2", "分期!K4", "考核!C2"])
    }

    @Test func aMarkedFormImportsOnceItIsMended() throws {
        var workbook = FilledForms.workbook(FilledForms.sample)
        let good = try workbook.submissions().map(\.body)
        Self.cell(.contracts, 2, "title", nil)(&workbook)
        let problems = try #require(throws: ImportProblems.self) { try workbook.submissions() }.list
        var returned = try ImportedWorkbook.read(FilledForms.marked(workbook, problems))
        let sheet = try #require(returned.sheets.firstIndex { $0.name == "合同" })
        let row = try #require(returned.sheets[sheet].rows.firstIndex { $0.number == 2 })
        returned.sheets[sheet].rows[row].cells[1] = ImportedCell(.text("政务云服务"))
        #expect(try returned.submissions().map(\.body) == good)
    }
}
