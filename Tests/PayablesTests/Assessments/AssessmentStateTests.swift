import Contracts
import DossierSupport
import Payables
import Testing
import Values

/// What an assessment waits for, by what was recorded.
struct AssessmentStateTests {
    /// One assessed installment, due a month after acceptance; bands down to 80, a veto, one rectification.
    private static func statement(_ facts: String..., asOf day: String = "2024-06-01") throws -> Statement {
        let dossier = """
            {"contract":{"number":"A","title":"t","buyer":"b","supplier":"s","currency":"CNY","price":"1000.00",
            "signedOn":"2024-01-10","installments":[{"id":"i","label":"考核款","kind":"assessed","amount":{"fixed":"1000.00"},
            "when":{"event":"accepted"},"within":{"months":1},"assessedBy":"all"}],
            "assessments":[{"id":"half","label":"上半年","rectifications":1,"points":[{"pointsBelow":"95","percent":"1",
            "of":"contract","fraction":"exact"}]},{"id":"all","label":"全年","combine":[{"assessment":"half","weight":"1"}],
            "veto":{"criteria":["security"],"effect":"withhold"},"bands":[{"from":"80","percent":"10","of":"installment"},
            {"from":"95","percent":"0","of":"installment"}]},{"id":"idle","label":"不挂钩"}]},
            "facts":[\(facts.joined(separator: ","))],"asOf":"\(day)"}
            """
        guard case .statement(let statement) = Answer(to: Array(dossier.utf8)) else {
            throw Problems([])
        }
        return statement
    }

    private static let accepted = #"{"id":"e","kind":"event","event":"accepted","on":"2024-03-01"}"#
    private static func result(_ score: String, more: String = "") -> String {
        #"{"id":"r","kind":"assessment","assessment":"half","score":"\#(score)"\#(more),"on":"2024-04-01"}"#
    }

    private func states(_ statement: Statement) -> [AssessmentState] {
        statement.terms.assessments.indices.map(statement.state(ofAssessment:))
    }

    @Test func aPaymentWaitsOnlyWhenItsClockHasStarted() throws {
        #expect(states(try Self.statement()) == [.upcoming, .upcoming, .upcoming])
        #expect(states(try Self.statement(Self.accepted)) == [.missing, .missing, .upcoming])
        #expect(states(try Self.statement(Self.accepted, asOf: "2024-02-01")) == [.upcoming, .upcoming, .upcoming])
    }

    @Test func aResultIsProvisionalUntilSomethingSettlesIt() throws {
        let provisional = try Self.statement(Self.accepted, Self.result("90"))
        #expect(states(provisional) == [.rectification, .missing, .upcoming])
        #expect(provisional.deduction(of: 0) == Money(fen: 5000))
        #expect(provisional.nextRound(of: 0) == 2)
        let waived = try Self.statement(
            Self.accepted, Self.result("90"),
            #"{"id":"w","kind":"rectification-waived","assessment":"half","on":"2024-05-01"}"#)
        #expect(states(waived) == [.settled, .settled, .upcoming])
        #expect(waived.deduction(of: 1) == Money(fen: 10000))
        #expect(waived.nextRound(of: 1) == nil)
    }

    @Test func doubtsWaitForARuling() throws {
        let waiver = #"{"id":"w","kind":"rectification-waived","assessment":"half","on":"2024-05-01"}"#
        let vetoed = try Self.statement(Self.accepted, Self.result("96", more: #","vetoed":["security"]"#))
        #expect(states(vetoed)[1] == .ruling)
        #expect(vetoed.deduction(of: 1) == nil)
        let below = try Self.statement(Self.accepted, Self.result("70"), waiver)
        #expect(states(below)[1] == .ruling)
        let ruled = try Self.statement(
            Self.accepted, Self.result("70"), waiver,
            #"{"id":"x","kind":"ruling","assessment":"all","deduction":"20.00","reason":"r","document":"d","on":"2024-05-02"}"#
        )
        #expect(states(ruled)[1] == .settled)
        #expect(ruled.deduction(of: 1) == Money(fen: 2000))
    }

    @Test func aCancelledInstallmentNeedsNone() throws {
        let over = try Self.statement(#"{"id":"t","kind":"terminated","reason":"r","on":"2024-02-01"}"#)
        #expect(states(over) == [.lapsed, .lapsed, .upcoming])
    }

    /// Rules in words, with the money that they come to.
    @Test func rulesInWords() throws {
        let statement = try Self.statement()
        let half = statement.rules(ofAssessment: 0, in: .chinese)
        #expect(half.contains("得分低于 95 分，每少 1 分扣合同价的 1%（10.00 元）（不足 1 分按比例）"))
        #expect(half.contains { $0.contains("整改并复评 1 次") })
        #expect(
            statement.rules(ofAssessment: 1, in: .chinese) == [
                "得分 = “上半年” × 1，不舍入", "得分 80 分及以上、不足 95 分：扣本期金额的 10%（100.00 元）", "得分 95 分及以上：不扣减",
                "得分不足 80 分：没有规则，该期应付待裁定", "“信息安全”一票否决：该期暂停支付，待裁定",
                "从“考核款”扣减；扣减超过本期金额的部分，从以后各期追回",
            ])
        for language in Language.allCases {
            for position in statement.terms.assessments.indices {
                for rule in statement.rules(ofAssessment: position, in: language) { #expect(!rule.isEmpty) }
            }
        }
    }

    /// On every golden dossier there is a state, and rules read without a gap in them.
    @Test(arguments: Cases.golden)
    func holdsForEveryGoldenCase(_ golden: Cases.Golden) throws {
        guard case .statement(let statement) = Answer(to: golden.dossier) else { return }
        for position in statement.terms.assessments.indices {
            let state = statement.state(ofAssessment: position)
            #expect((statement.outcomes[position] == nil) == [.upcoming, .missing, .lapsed].contains(state))
            for language in Language.allCases {
                for rule in statement.rules(ofAssessment: position, in: language) {
                    #expect(!rule.contains("  ") && !rule.contains("，，"), "\(rule)")
                }
            }
        }
    }
}
