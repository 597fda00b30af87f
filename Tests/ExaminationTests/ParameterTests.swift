import Examination
import Testing
import Values

/// What the rules measure against can be set, and findings speak English too.
struct ParameterTests {
    private static let story =
        "2026-03-02@2026-03-02T20:30 张三 验收；2026-03-03 张三 发票 验收款 50000.00 001；2026-03-04 国库 付款 验收款 20000.00；"
        + "2026-03-04@2026-03-04T12:00 钱局长 作废 s3 录错；2026-03-04@2026-03-04T14:00 国库 付款 验收款 20000.00；"
        + "2026-05-06 国库 付款 验收款 30000.00；2026-05-07 钱局长 补充协议 101000.00"

    private static func rules(_ change: (inout ExaminationParameters) -> Void) -> [ExaminationRule] {
        var parameters = ExaminationParameters()
        change(&parameters)
        let contract = Story.contracts("【规模=小】" + story, asOf: "2026-06-30")[0]
        return examine(contract, parameters).findings.map(\.rule)
    }

    @Test func theDefaultsFindWhatTheyFind() {
        #expect(Self.rules { _ in } == [.voided, .redoneWithinDay, .paidLate, .statutoryLate])
    }

    @Test func eachParameterCounts() {
        #expect(Self.rules { $0.nightBeginsAt = 20 }.contains(.offHours))
        #expect(Self.rules { ($0.nightBeginsAt, $0.nightEndsAt) = (9, 12) }.count { $0 == .offHours } == 4)
        #expect(!Self.rules { $0.redoneWithinHours = 1 }.contains(.redoneWithinDay))
        #expect(Self.rules { $0.supplementLimit = Percentage(millionths: 999_999) }.contains(.supplementsAboveLimit))
        #expect(!Self.rules { $0.supplementLimit = Percentage(millionths: 1_000_000) }.contains(.supplementsAboveLimit))
        #expect(Self.rules { $0.redoneWithinHours = .max }.contains(.redoneWithinDay))
        #expect(Self.rules { $0.longestAgreedDays = .max }.contains(.uncomputable))
    }

    @Test func theThresholdCounts() {
        let contracts = Story.contracts("【合同=A】【合同=B】【合同=C】", asOf: "2026-06-30")
        let summaries = contracts.compactMap { examine($0).summary }
        var parameters = ExaminationParameters()
        #expect(examineAcross(summaries, parameters).isEmpty)
        parameters.tenderThreshold = Money(fen: 11_000_000)
        let found = examineAcross(summaries, parameters)
        #expect(
            found.map { $0.detail.text(in: .english) } == [
                "Contracts A, B, C add up to 300000.00; the threshold is 110000.00."
            ])
        parameters.thresholdContracts = 4
        #expect(examineAcross(summaries, parameters).isEmpty)
    }

    @Test func findingsSpeakEnglish() {
        let contract = Story.contracts(Self.story, asOf: "2026-06-30")[0]
        #expect(
            examine(contract).findings.map { $0.detail.text(in: .english) } == [
                "Voids paid s3, 0 days after it; reason: 录错.",
                "120 minutes after paid s3 of 20000.00 was voided.",
                "Due on 2026-04-01, late by 35 days.",
                "Due on 2026-04-01, late by 35 days, interest at 0.05 % a day 525.00 (if the supplier is an SME, which is not known).",
            ])
    }

    /// Without a calendar nothing can be computed, and days off are the weekends.
    @Test func withoutACalendarWeekendsAreTheDaysOff() {
        var contract = Story.contracts("2026-02-28 张三 验收", asOf: "2026-06-30")[0]
        contract.calendars = []
        let examined = examine(contract)
        #expect(examined.findings.map(\.rule) == [.offHours, .uncomputable])
        #expect(examined.summary == nil)
    }
}
