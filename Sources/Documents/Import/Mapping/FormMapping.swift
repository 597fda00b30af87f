internal import Contracts
internal import JSON
internal import Values

/// The way from rows to submissions.
struct FormMapping {
    private var tables: [FormSheet: [FormRow]] = [:]
    private(set) var problems: [ImportProblem] = []
    /// The cells that problems are at.
    private var wrong: Set<FormObject.Place> = []
    /// The first cells of the rows that problems are in.
    private var wrongRows: Set<FormObject.Place> = []

    init(_ workbook: ImportedWorkbook) {
        let reader = CellReader(countsFrom1904: workbook.countsFrom1904)
        for sheet in workbook.sheets where !sheet.rows.isEmpty {
            let start = CellReference(row: 0, column: 0)
            if FormSheet.guide.matches(sheet.name) || FormSheet.codes.matches(sheet.name) { continue }
            guard let form = FormSheet.allCases.first(where: { $0.title.matches(sheet.name) }) else {
                report([ImportProblem(sheet.name, start, .form(.unknownSheet), sheet.name)])
                continue
            }
            guard tables[form] == nil else {
                report([ImportProblem(sheet.name, start, .form(.repeatedSheet), sheet.name)])
                continue
            }
            let table = FormTable(sheet, as: form, with: reader)
            report(table.problems)
            tables[form] = table.rows
        }
        if problems.isEmpty, tables.values.allSatisfy(\.isEmpty) {
            let name = workbook.sheets.first?.name ?? ""
            report([ImportProblem(name, CellReference(row: 0, column: 0), .form(.nothingToImport))])
        }
    }

    private mutating func report(_ more: [ImportProblem]) {
        problems += more
        for problem in more {
            wrong.insert(.init(sheet: problem.sheet, cell: problem.cell))
            wrongRows.insert(.init(sheet: problem.sheet, cell: .init(row: problem.cell.row, column: 0)))
        }
    }

    mutating func submissions() -> [ImportSubmission] {
        var facts: [String: [ImportSubmission]] = [:]
        var ordered: [ImportSubmission] = []
        for (sheet, map) in [(FormSheet.invoices, FactMapping.invoice), (.assessments, FactMapping.assessment)] {
            for row in tables[sheet] ?? [] {
                report(row.problems)
                guard let contract = row["contract"] else { continue }
                let submission = ImportSubmission(.record, contract, row, map(row))
                facts[contract, default: []].append(submission)
                ordered.append(submission)
            }
        }
        return contracts(with: facts) + ordered
    }

    private mutating func contracts(with facts: [String: [ImportSubmission]]) -> [ImportSubmission] {
        let years = grouped(.years)
        let installments = grouped(.installments)
        let rules = grouped(.rules)
        var seen: Set<String> = []
        var submissions: [ImportSubmission] = []
        for var row in tables[.contracts] ?? [] {
            if let number = row["number"], !seen.insert(number).inserted {
                row.report("number", .repeatedContract, number)
                report(row.problems)
                continue
            }
            let number = row["number"] ?? ""
            var mapping = ContractMapping(
                row, years: years[number] ?? [], installments: installments[number] ?? [], rules: rules[number] ?? [])
            let submission = ImportSubmission(.register, number, row, mapping.body())
            report(mapping.problems)
            check(submission, with: facts[number] ?? [], doubtful: mapping.doubtful)
            submissions.append(submission)
        }
        for (sheet, rows) in [(FormSheet.years, years), (.installments, installments), (.rules, rules)] {
            for (number, strays) in rows where !seen.contains(number) { refuse(strays, of: sheet, number) }
        }
        return submissions
    }

    private func grouped(_ sheet: FormSheet) -> [String: [FormRow]] {
        Dictionary(grouping: tables[sheet] ?? []) { $0["contract"] ?? "" }
    }

    /// Rows that name no contract of the form.
    private mutating func refuse(_ rows: [FormRow], of sheet: FormSheet, _ number: String) {
        for var row in rows {
            if !number.isEmpty { row.report("contract", .unknownContract, number) }
            report(row.problems)
        }
    }

    /// Reads terms and facts as a dossier. What only follows from cells that are known to be wrong is left out: more
    /// about the same cell, a member that is missing for it, a reference to it.
    private mutating func check(
        _ contract: ImportSubmission, with facts: [ImportSubmission], doubtful: Set<ProblemCode>
    ) {
        var output = TextOutput()
        output.write(raw: contract.body.dropLast())
        output.write(",\"facts\":[")
        for (index, fact) in facts.enumerated() {
            output.write(text: "\(index > 0 ? "," : ""){\"id\":\"f\(index)\",")
            output.write(raw: fact.body.dropFirst())
        }
        output.write("],\"asOf\":\"9999-12-31\"}")
        do throws(Problems) { _ = try Dossier.read(output.bytes) } catch {
            let relevant = error.list.filter { !doubtful.contains($0.code) }
            let found = relevant.map { Self.place($0, contract, facts) }
            report(found.filter { !follows($0) })
        }
    }

    private func follows(_ problem: ImportProblem) -> Bool {
        guard problem.fault != .dossier(.missingField) else {
            return wrongRows.contains(.init(sheet: problem.sheet, cell: .init(row: problem.cell.row, column: 0)))
        }
        return wrong.contains(.init(sheet: problem.sheet, cell: problem.cell))
    }

    private static func place(
        _ problem: Problem, _ contract: ImportSubmission, _ facts: [ImportSubmission]
    ) -> ImportProblem {
        let steps = problem.pointer.split(separator: "/", maxSplits: 2)
        guard steps.count >= 2, steps[0] == "facts", let index = Int(steps[1]), facts.indices.contains(index) else {
            return contract.problem(problem)
        }
        let rest = steps.count > 2 ? "/" + steps[2] : ""
        return facts[index].problem(Problem(pointer: rest, code: problem.code, detail: problem.detail))
    }
}

extension TextOutput {
    fileprivate mutating func write(raw bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { write(raw: $0) }
    }
}
