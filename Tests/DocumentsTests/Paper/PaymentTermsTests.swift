@testable import Documents
import Contracts
import Payables
import Testing
import Values

/// Conditions of payment in words.
struct PaymentTermsTests {
    @Test(
        arguments: [
            (
                "y1-advance", "“signed”发生，且发票收齐后 15 日内支付",
                "within 15 days after “signed” has happened, and all invoices have been received"
            ),
            (
                "y1-acceptance", "（“initial-acceptance”发生，或“stable-operation”之后满 3 个月），且发票收齐后 15 日内支付",
                "within 15 days after (“initial-acceptance” has happened, or 3 months have passed since “stable-operation”), and all invoices have been received"
            ),
            (
                "y1-balance", "第 1 合同年度满 9 个月后 3 个月内支付；付款前须具备发票",
                "within 3 months after 9 months of contract year 1 have passed; before payment: the invoices"
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
        #expect(
            installment.paymentTerms(in: .chinese, of: terms) == "合同期满（2023-12-31），且异议“quality”全部解决（或未提出）当日支付")
        #expect(
            installment.paymentTerms(in: .english, of: terms)
                == "on the day when the contract has ended (2023-12-31), and every objection “quality” is resolved, or none was raised"
        )
    }
}
