import Payables

/// Re-performs what the `because` of every figure says, from the written statement alone, as an auditor would.
public struct BecauseAudit {
    let dossier: JSONTree
    let statement: JSONTree
    /// The identifiers of the dossier's facts.
    private let known: Set<String>
    private var complaints: [String] = []

    /// What does not hold; empty where every figure is explained, and truly.
    public static func complaints(about statement: JSONTree, of dossier: JSONTree) -> [String] {
        var audit = BecauseAudit(dossier: dossier, statement: statement)
        for total in Statement.Total.allCases { audit.check(total.rawValue, of: statement, "") }
        for (index, row) in (statement["/installments"]?.elements ?? []).enumerated() {
            audit.check(row, "/installments/\(index)")
        }
        return audit.complaints
    }

    private mutating func check(_ row: JSONTree, _ place: String) {
        for figure in ["gross", "deducted", "recovered", "withheld", "payable", "paid", "outstanding", "startedOn", "dueOn"] {
            check(figure, of: row, place)
        }
        if row["/interest"] != nil { check("interest", of: row, place) }
        let lines = row["/deductions"]?.elements ?? []
        let reasons = row["/because/deductions"]?.elements ?? []
        if lines.count != reasons.count { complaints.append("\(place): \(lines.count) lines, \(reasons.count) reasons") }
        for (index, (line, reason)) in zip(lines, reasons).enumerated() {
            check(reason, explains: line["/amount"]?.string, "\(place)/deductions/\(index)")
        }
        if let overpaid = row["/because/overpaid"] { check(overpaid, explains: nil, "\(place)/overpaid") }
    }

    private mutating func check(_ figure: String, of holder: JSONTree, _ place: String) {
        guard let because = holder["/because/\(figure)"] else {
            return complaints.append("\(place)/\(figure) has no because")
        }
        check(because, explains: holder["/\(figure)"]?.string ?? "null", "\(place)/\(figure)")
    }

    /// The result is the figure, the formula is true, clause and facts are in the dossier, the sentence is whole.
    private mutating func check(_ because: JSONTree, explains figure: String?, _ place: String) {
        let result = because["/inputs/result"]?.string ?? (figure == "null" ? "null" : "0.00")
        if let figure, result != figure { complaints.append("\(place) is \(figure), but because says \(result)") }
        let formula = because["/formula"]?.string ?? ""
        do throws(Formula.Malformed) {
            if try !Formula.isTrue(formula) { complaints.append("\(place): \(formula) is not true") }
        } catch { complaints.append("\(place): \(formula) is no formula at \(error.rest)") }
        if let pointer = because["/clause/pointer"]?.string, dossier[pointer] == nil {
            complaints.append("\(place): the clause \(pointer) is not in the dossier")
        }
        for fact in because["/facts"]?.elements ?? [] where !known.contains(fact.string ?? "") {
            complaints.append("\(place): there is no fact \(fact.text)")
        }
        guard let text = because["/text"]?.string, !text.isEmpty else { return complaints.append("\(place) has no sentence") }
        if text.contains("{") || text.contains("}") { complaints.append("\(place): “\(text)” has an empty place") }
    }

    private init(dossier: JSONTree, statement: JSONTree) {
        known = Set((dossier["/facts"]?.elements ?? []).compactMap { $0["/id"]?.string })
        self.dossier = dossier
        self.statement = statement
    }
}
