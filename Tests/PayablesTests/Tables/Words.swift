import DossierSupport

/// What the tables of Tests/Fixtures/tables call things, in the words of the contracts.
enum Words {
    private static let codes = [
        "逾期": "overdue", "到期": "due", "已结": "settled", "受阻": "blocked", "待定": "undetermined", "已取消": "cancelled",
        "整改": "rectification", "无档": "gap", "可解除": "termination-right", "缺日历": "calendar-missing",
        "暂扣": "withhold", "零分": "zero", "结转": "carry", "放弃": "waive", "追索": "claim",
        "按实": "exact", "取整": "whole", "进位": "started",
        "技术": "failure:technical", "响应": "failure:response", "培训": "failure:training", "宣传": "failure:publicity",
        "第一档": "points:0", "第二档": "points:1", "封顶": "cap", "裁定": "ruling",
        "95分档": "band:95", "90分档": "band:90", "80分档": "band:80",
        "签约": "signed", "验收": "accepted", "初验": "initial-acceptance", "上线": "launched", "稳定": "stable", "服务": "service",
        "质量": "quality", "进度": "schedule",
    ]

    /// The word of the dossier or statement; a word that no table may use stops the tests.
    static func code(_ word: some StringProtocol) -> String {
        guard let code = codes[String(word)] else { preconditionFailure("no such word in the tables: \(word)") }
        return code
    }

    /// The words of a cell, separated by `，`, `；` or `、`.
    static func list(_ cell: String) -> [Substring] { cell.split { "，；、".contains($0) } }

    /// `技术 91266.00，第一档 456330.00` as rules and amounts; nothing for 无.
    static func lines(_ cell: String) -> [JSONTree] {
        guard cell != "无" else { return [] }
        return list(cell).map { line in
            let parts = line.split(separator: " ")
            return ["rule": .string(code(parts[0])), "amount": .string(String(parts[1]))]
        }
    }
}

extension TextTable.Row {
    /// The cell as a JSON string.
    func string(_ column: String) -> JSONTree { .string(self[column]) }
}
