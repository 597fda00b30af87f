import Contracts
import TestSupport
import Testing
import Values

/// The rules of the Meishan contracts in words.
@Suite struct RuleSentenceTests {
    private static func rules(_ sample: String, _ position: Int, gross: Money? = nil) throws -> [String] {
        let terms = try Dossier.read(Fixtures.bytes("ops/samples/meishan-\(sample).json")).contract
        return terms.assessments[position].sentences(in: .chinese, of: terms, installmentGross: gross).map(\.text)
    }

    /// Below its lowest band the hotline contract has no rule at all.
    @Test func scoresWithoutARuleAreTold() throws {
        #expect(try Self.rules("hotline", 2).last == "得分不足 80 分：没有规则，该期应付待裁定")
    }

    /// Below 80 points 天府市民云 deducts by the point, so there is a rule for every score.
    @Test func rulesByThePointFillTheScoresBelowTheBands() throws {
        #expect(try Self.rules("tianfu", 0).allSatisfy { !$0.contains("没有规则") })
    }

    @Test func withTheInstallmentEveryShareIsToldInYuan() throws {
        let shares = try Self.rules("tianfu", 0, gross: Money(fen: 71_888_000)).filter { $0.contains("%") }
        #expect(!shares.isEmpty && shares.allSatisfy { $0.contains(" 元）") }, "\(shares)")
    }
}
