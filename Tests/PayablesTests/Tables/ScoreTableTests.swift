import DossierSupport
import Testing

/// What scores cost under both contracts of the Meishan bureau, row by row as a contract officer reckons it.
struct ScoreTableTests {
    @Test(arguments: TextTable.rows("tianfu-scores.txt"))
    func tianfu(_ row: TextTable.Row) throws {
        var dossier = Cases.tianfu
        dossier["/facts/8/score"] = row.string("得分")
        dossier["/facts/8/round"] = 2
        dossier["/facts/8/failed"] = .array(Words.list(row["不达标"]).map { .string(String(Words.code($0).dropFirst(8))) })
        dossier["/contract/assessments/0/points"] = points(row["读法"], fraction: .string(Words.code(row["零头"])))
        let statement = try JSONTree(parsing: Answer(to: dossier).bytes())
        let installment = try #require(statement["/installments/2"])
        #expect(installment["/deductions"]?.elements == Words.lines(row["扣减明细"]))
        #expect(installment["/because/deducted/inputs/lines"]?.string ?? "0.00" == row["扣减合计"])
        #expect(installment["/deducted"] == row.string("本期实扣"))
        #expect(installment["/payable"] == row.string("应付"))
        #expect(try carriedOn(statement) == row["结转"])
    }

    /// The same words of the contract, read in two ways.
    private func points(_ reading: String, fraction: JSONTree) -> JSONTree {
        let first: JSONTree = ["pointsBelow": "80", "percent": "1", "of": "contract", "fraction": fraction]
        let second: JSONTree = ["pointsBelow": "70", "percent": "1.5", "of": "contract", "fraction": fraction]
        var rules: JSONTree = [first, second]
        switch reading {
        case "分档": rules["/0/downTo"] = "70"
        case "从高":
            rules["/0/scoreFrom"] = "70"
            rules["/1/pointsBelow"] = "80"
            rules["/1/scoreBelow"] = "70"
        default: preconditionFailure("no such reading: \(reading)")
        }
        return rules
    }

    @Test(arguments: TextTable.rows("tianfu-special.txt"))
    func tianfuRectificationVetoRulingCapExcess(_ row: TextTable.Row) throws {
        var dossier = Cases.tianfu
        dossier["/facts/8/score"] = row.string("得分")
        dossier["/facts/8/round"] = .number(row["轮次"])
        if row["否决"] == "是" {
            dossier["/facts/8/vetoed"] = ["security"]
            dossier["/contract/assessments/0/veto/effect"] = .string(Words.code(row["否决后果"]))
        }
        if row["免整改"] == "免" {
            dossier["/facts/-"] = ["id": "waiver", "kind": "rectification-waived", "assessment": "y1", "on": "2022-01-25"]
        }
        if !row["裁定"].isEmpty {
            dossier["/facts/-"] = [
                "id": "ruling", "kind": "ruling", "assessment": "y1", "deduction": row.string("裁定"), "reason": "集体研究",
                "document": "会议纪要", "on": "2022-01-25",
            ]
        }
        if !row["封顶"].isEmpty { dossier["/contract/assessments/0/cap"] = ["percent": row.string("封顶"), "of": "year:1"] }
        if !row["超额"].isEmpty { dossier["/contract/excess"] = .string(Words.code(row["超额"])) }
        let statement = try JSONTree(parsing: Answer(to: dossier).bytes())
        let installment = try #require(statement["/installments/2"])
        #expect(installment["/deductions"]?.elements == Words.lines(row["扣减明细"]))
        #expect(installment["/deducted"] == row.string("实扣"))
        #expect(installment["/payable"] == row.string("应付"))
        #expect(installment["/status"]?.string == Words.code(row["状态"]))
        #expect(installment["/blockedBy"]?.elements.compactMap(\.string) == Words.list(row["阻碍"]).map { Words.code($0) })
        #expect(statement["/installments/3/recovered"] == row.string("追回"))
        #expect(statement["/waived"] == row.string("放弃"))
        #expect(statement["/claim"] == row.string("追索"))
    }

    @Test(arguments: TextTable.rows("hotline-scores.txt"))
    func hotline(_ row: TextTable.Row) throws {
        var dossier = Cases.hotline
        for (half, column) in [("y1h1", "上半年"), ("y1h2", "下半年")] {
            dossier["/facts/-"] = [
                "id": .string(half), "kind": "assessment", "assessment": .string(half), "score": row.string(column),
                "on": "2022-06-01",
            ]
        }
        dossier["/facts/-"] = [
            "id": "bill", "kind": "invoice", "installment": "y1-balance", "number": "1003", "amount": "893000.00",
            "on": "2022-06-02",
        ]
        if !row["位数"].isEmpty { dossier["/contract/assessments/2/decimals"] = .number(row["位数"]) }
        dossier["/asOf"] = "2022-09-15"
        let statement = try JSONTree(parsing: Answer(to: dossier).bytes())
        let installment = try #require(statement["/installments/2"])
        #expect(installment["/deductions"]?.elements == Words.lines(row["扣减明细"]))
        #expect(installment["/deducted"] == row.string("实扣"))
        #expect(installment["/payable"] == row.string("应付"))
        #expect(installment["/status"]?.string == Words.code(row["状态"]))
        #expect(try carriedOn(statement) == row["结转"])
        let flags = statement["/flags"]?.elements.compactMap { $0["/flag"]?.string }
        #expect(flags == Words.list(row["标记"]).map { Words.code($0) })
    }

    /// What the installments behind the third recover of it.
    private func carriedOn(_ statement: JSONTree) throws -> String {
        let rows = try #require(statement["/installments"]?.elements.dropFirst(3))
        var fen = 0
        for row in rows { fen += try #require(Int(row["/recovered"]?.string?.filter { $0 != "." } ?? "")) }
        fen += try #require(Int(statement["/claim"]?.string?.filter { $0 != "." } ?? ""))
        let cents = String(fen % 100)
        return "\(fen / 100)." + (cents.count < 2 ? "0" : "") + cents
    }
}
