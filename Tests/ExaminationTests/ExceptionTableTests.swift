import DossierSupport
import Examination
import Testing
import Values

/// The rules of the exception reports, each with cases that are found and near misses that are not.
struct ExceptionTableTests {
    static let rows = TextTable.rows("exceptions.txt")

    @Test(arguments: rows)
    func findsWhatTheTableSays(_ row: TextTable.Row) throws {
        let rule = try #require(ExaminationRule.allCases.first { $0.title(in: .chinese) == row["规则"] })
        let contracts = Story.contracts(row["经过"], asOf: row["报告日"])
        let examined = contracts.map { examine($0) }
        let across = examineAcross(examined.compactMap(\.summary))
        let found = (examined.flatMap(\.findings) + across).filter { $0.rule == rule }
        #expect(found.map(\.line).joined(separator: " ") == row["发现"])
        if rule != .uncomputable { #expect(examined.allSatisfy { $0.summary != nil }) }
    }

    @Test func everyRuleIsFoundAndNearlyFound() {
        for rule in ExaminationRule.allCases {
            let own = Self.rows.filter { $0["规则"] == rule.title(in: .chinese) }
            #expect(own.contains { !$0["发现"].isEmpty }, "\(rule)")
            #expect(own.contains { $0["发现"].isEmpty }, "\(rule)")
        }
    }

    @Test func everyRuleHasWordsOfItsOwn() {
        for language in Language.allCases {
            let rules = ExaminationRule.allCases
            #expect(Set(rules.map { $0.title(in: language) }).count == rules.count)
            #expect(Set(rules.map { $0.sentence(in: language) }).count == rules.count)
            #expect(rules.allSatisfy { !$0.source(in: language).isEmpty })
        }
    }
}

extension AuditFinding {
    /// What the table shows of it.
    fileprivate var line: String {
        let amount = amount.map { " \($0)" } ?? ""
        let place = installment.map { " \($0)" } ?? ""
        let names = people.isEmpty ? "" : " " + people.joined(separator: "、")
        return "\(contract)\(entry.map { "/\($0)" } ?? "") \(subject)\(place) \(day)\(amount)\(names)："
            + detail.text(in: .chinese)
    }
}
