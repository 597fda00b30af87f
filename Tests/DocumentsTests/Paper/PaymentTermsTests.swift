import Contracts
@testable import Documents
import Payables
import Testing
import Values

/// Conditions of payment in words.
struct PaymentTermsTests {
    @Test(
        arguments: [
            (
                "y1-advance", "“signed”发生，且发票收齐；条件满足后 15 日内支付",
                "“signed” has happened, and all invoices have been received; to be paid within 15 days"
            ),
            (
                "y1-acceptance", "（“initial-acceptance”发生，或“stable-operation”之后满 3 个月），且发票收齐；条件满足后 15 日内支付",
                "(“initial-acceptance” has happened, or 3 months have passed since “stable-operation”), and all invoices have been received; to be paid within 15 days"
            ),
            (
                "y1-balance", "第 1 合同年度满 9 个月；条件满足后 3 个月内支付；付款前须具备发票",
                "9 months of contract year 1 have passed; to be paid within 3 months; before payment: the invoices"
            ),
        ])
    func areWritten(_ id: String, _ chinese: String, _ english: String) throws {
        let terms = try PaperSamples.hotline().terms
        let installment = try #require(terms.installments.first { $0.id == id })
        #expect(installment.paymentTerms(in: .chinese, of: terms) == chinese)
        #expect(installment.paymentTerms(in: .english, of: terms) == english)
    }

    @Test func withoutALimitItIsTheSameDay() throws {
        let terms = try PaperSamples.tianfu().terms
        let installment = try #require(terms.installments.last)
        let chinese = "合同期满（2023-12-31），且异议“quality”全部解决（或未提出）；条件满足当日支付"
        let english =
            "the contract has ended (2023-12-31), and every objection “quality” is resolved, or none was raised"
        #expect(installment.paymentTerms(in: .chinese, of: terms) == chinese)
        #expect(installment.paymentTerms(in: .english, of: terms) == english + "; to be paid on that day")
    }
}
