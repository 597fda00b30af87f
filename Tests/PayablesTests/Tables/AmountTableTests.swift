import DossierSupport
import Testing

/// Holdbacks withheld from payments, and payment by use.
struct AmountTableTests {
    private static let parts = ["一", "二", "三"]

    @Test(arguments: TextTable.rows("holdbacks.txt"))
    func holdbacks(_ row: TextTable.Row) throws {
        var dossier = Cases.oneInstallment
        let amounts = Self.parts.map { row["第\($0)期"] }
        dossier["/contract/installments"] = .array(
            amounts.enumerated().map { index, amount in
                [
                    "id": .string("part-\(index)"), "label": "进度款", "kind": "periodic", "when": ["event": "start"],
                    "amount": ["fixed": .string(amount)],
                ]
            })
        dossier["/contract/installments/-"] = [
            "id": "holdback", "label": "质保金", "kind": "holdback", "when": ["event": "start"],
            "amount": ["withheld": ["percent": row.string("比例"), "from": ["part-0", "part-1", "part-2"]]],
        ]
        dossier["/contract/price"] = .string(try sum(amounts))
        let statement = try JSONTree(parsing: Answer(to: dossier).bytes())
        for (index, part) in Self.parts.enumerated() {
            #expect(statement["/installments/\(index)/withheld"] == row.string("扣留\(part)"))
            #expect(statement["/installments/\(index)/payable"] == row.string("应付\(part)"))
        }
        #expect(statement["/installments/3/gross"] == row.string("质保金"))
        #expect(statement["/outstanding"] == dossier["/contract/price"])
    }

    @Test(arguments: TextTable.rows("metering.txt"))
    func metering(_ row: TextTable.Row) throws {
        var dossier = Cases.oneInstallment
        dossier["/contract/price"] = "100000.00"
        dossier["/contract/installments/0/amount"] = [
            "metered": ["unitPrices": ["hour": row.string("单价")], "from": "2021-01-01", "to": "2021-12-31"]
        ]
        if !row["封顶"].isEmpty { dossier["/contract/installments/0/amount/max"] = row.string("封顶") }
        for (index, quantity) in Words.list(row["用量"]).enumerated() {
            dossier["/facts/-"] = [
                "id": .string("u\(index)"), "kind": "usage", "installment": "only", "item": "hour",
                "quantity": .string(String(quantity)), "on": "2021-02-01",
            ]
        }
        // Outside of the metering period nothing counts.
        dossier["/facts/-"] = [
            "id": "before", "kind": "usage", "installment": "only", "item": "hour", "quantity": "5", "on": "2020-12-31",
        ]
        let installment = try #require(JSONTree(parsing: Answer(to: dossier).bytes())["/installments/0"])
        let parts = installment["/because/gross/inputs/parts"]?.elements.compactMap(\.string) ?? []
        #expect(parts.joined(separator: " + ") == row["逐笔金额"])
        #expect(try sum(parts) == row["合计"])
        #expect(installment["/payable"] == row.string("应付"))
    }

    private func sum(_ amounts: [String]) throws -> String {
        let fen = try amounts.reduce(0) { try $0 + #require(Int($1.filter { $0 != "." })) }
        return "\(fen / 100)." + (fen % 100 < 10 ? "0" : "") + "\(fen % 100)"
    }
}
