internal import Contracts
internal import JSON

/// A filled-in row: what its cells say, by the keys of the columns, and where they are.
struct FormRow {
    /// The sheet's name in the file.
    let sheet: String
    /// As people count, from 1.
    let number: Int
    /// Where each key's column is, from 0.
    let columns: [String: Int]
    private(set) var values: [String: String] = [:]
    private(set) var problems: [ImportProblem] = []

    init(sheet: String, number: Int, columns: [String: Int]) {
        self.sheet = sheet
        self.number = number
        self.columns = columns
    }

    subscript(key: String) -> String? { values[key] }

    func place(of key: String) -> CellReference { CellReference(row: number - 1, column: columns[key] ?? 0) }

    mutating func report(_ key: String, _ code: ImportCode, _ detail: String = "") {
        problems.append(ImportProblem(sheet, place(of: key), .form(code), detail))
    }

    /// Reads the cells of all fields.
    mutating func read(_ cells: [Int: ImportedCell], _ fields: [FormField], with reader: CellReader) {
        for field in fields {
            let cell = columns[field.key].flatMap { cells[$0] }
            do throws(CellFault) {
                values[field.key] = try cell.map { cell throws(CellFault) in try reader.value(cell, field.kind) } ?? nil
                if field.isRequired, values[field.key] == nil { report(field.key, .required, heading(field)) }
            } catch {
                problems.append(ImportProblem(sheet, place(of: field.key), error.fault, error.detail))
            }
        }
    }

    private func heading(_ field: FormField) -> String { "\(field.heading.chinese) / \(field.heading.english)" }

    /// Demands a field that another one in the row makes necessary; false where it is missing or wrong.
    @discardableResult
    mutating func demand(_ key: String, of sheet: FormSheet) -> Bool {
        if values[key] != nil { return true }
        if !problems.contains(where: { $0.cell == place(of: key) }), let field = sheet.field(key) {
            report(key, .required, heading(field))
        }
        return false
    }

    /// Refuses what is filled in where it says nothing.
    mutating func refuse(_ keys: [String], because choice: String) {
        for key in keys where values[key] != nil { report(key, .notHere, choice) }
    }
}

extension FormSheet {
    func field(_ key: String) -> FormField? { fields.first { $0.key == key } }
}

extension CellReader {
    /// What a cell says to a column; nil for a blank.
    func value(_ cell: ImportedCell, _ kind: FormField.Kind) throws(CellFault) -> String? {
        switch kind {
        case .text, .identifiers: return try text(cell)
        case .money: return try money(cell)
        case .percentage: return try percentage(cell)
        case .score: return try score(cell)
        case .day: return try day(cell)
        case .count: return try count(cell)
        case .choice(let list): return try choice(cell, list)
        case .parameter: return try parameter(cell)
        }
    }

    private func choice(_ cell: ImportedCell, _ list: FormList) throws(CellFault) -> String? {
        if list == .answer, let answer = answer(cell) { return answer }
        guard let text = try text(cell) else { return nil }
        guard let choice = list.choice(text) else {
            let offered = list.choices.filter { !$0.isBeyond }
            throw CellFault(
                .notAChoice, offered.map { "\($0.words.chinese) (\($0.words.english))" }.joined(separator: " | "))
        }
        if choice.isBeyond { throw CellFault(.beyondSheet, choice.words.chinese) }
        return choice.code
    }

    /// Yes or no as a truth value, which LibreOffice saves as the formula TRUE() with the number 1; nil for words.
    private func answer(_ cell: ImportedCell) -> String? {
        switch cell.content {
        case .boolean(let value): value ? "yes" : "no"
        case .number("1"): "yes"
        case .number("0"): "no"
        default: nil
        }
    }

    /// A day as `2026-01-31`, else an event: a common one by its words, another as it is written.
    private func parameter(_ cell: ImportedCell) throws(CellFault) -> String? {
        if case .number = cell.content { return try day(cell) }
        guard let text = try text(cell) else { return nil }
        if let day = try? day(cell) { return day }
        return FormList.event.choice(text)?.code ?? text
    }
}
