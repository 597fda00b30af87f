import DossierSupport
import Testing

/// When the clock starts, and when money is due.
struct DateTableTests {
    @Test(arguments: TextTable.rows("due-dates.txt"))
    func dueDates(_ row: TextTable.Row) throws {
        var dossier = Cases.oneInstallment
        dossier["/facts/0/on"] = row.string("起算日")
        dossier["/asOf"] = "2099-12-31"
        dossier["/contract/installments/0/within"] = span(row["期限"])
        dossier["/calendar"] = calendar(row["日历"])
        let statement = try JSONTree(parsing: Answer(to: dossier).bytes())
        #expect(statement["/installments/0/startedOn"] == row.string("起算日"))
        #expect(statement["/installments/0/dueOn"] == row.string("到期日"))
        let flags = statement["/flags"]?.elements.compactMap { $0["/flag"]?.string }
        #expect(flags == Words.list(row["标记"]).map { Words.code($0) })
    }

    @Test(arguments: TextTable.rows("conditions.txt"))
    func conditions(_ row: TextTable.Row) throws {
        var dossier = Cases.oneInstallment
        dossier["/contract/term"] = nil
        dossier["/contract/years"] = [
            ["year": 1, "fee": "60.00", "from": "2021-01-01", "to": "2021-12-31"],
            ["year": 2, "fee": "40.00", "from": "2022-01-01", "to": "2022-12-31"],
        ]
        var condition = ConditionText(row["条件"])
        dossier["/contract/installments/0/when"] = condition.tree()
        dossier["/facts"] = .array(row["发生的事"].split(separator: "；").enumerated().map { FactText.tree($1, number: $0 + 1) })
        dossier["/asOf"] = row.string("截至")
        let statement = try JSONTree(parsing: Answer(to: dossier).bytes())
        #expect(statement["/installments/0/startedOn"] == (row["起算日"].isEmpty ? .null : row.string("起算日")))
    }

    /// `30日`, `10工作日`, `3个月`; nothing where there is no time limit.
    private func span(_ cell: String) -> JSONTree? {
        let number = JSONTree.number(String(cell.prefix { $0.isNumber }))
        if cell.hasSuffix("工作日") { return ["workingDays": number] }
        if cell.hasSuffix("个月") { return ["months": number] }
        return cell.hasSuffix("日") ? ["days": number] : nil
    }

    private func calendar(_ cell: String) -> JSONTree {
        switch cell {
        case "不顺延": "none"
        case "周末": "weekends"
        case "全国": "CN"
        case "自定": ["holidays": ["2021-02-15", "2021-02-16", "2021-02-17"], "workingWeekends": ["2021-02-20"]]
        default: preconditionFailure("no such calendar: \(cell)")
        }
    }
}
