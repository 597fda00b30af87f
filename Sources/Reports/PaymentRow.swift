public import Contracts
public import Requests
public import Tables
public import Values

/// A payment with its request, its journal entry and the sum so far: a row of the payment history (付款历史).
public struct PaymentRow: Sendable {
    /// Number of the contract.
    public let contract: String
    public let payment: Payment
    /// What is left of all payments of the contract up to this one.
    public let cumulative: Money
    /// The request that it was made on; nil for one recorded without.
    public let request: PaymentRequest?
    public let entry: Entry

    /// What the journal tells of the entry that recorded the payment.
    public struct Entry: Sendable {
        /// From 1 in the contract's journal.
        public let number: Int
        /// In hexadecimal.
        public let hash: String
        public let recordedBy: String
        public let recordedAt: Instant
        /// Taken over from another system, not recorded as it happened.
        public let isImported: Bool

        /// Takes the parts as they are.
        public init(number: Int, hash: String, recordedBy: String, recordedAt: Instant, isImported: Bool) {
            self.number = number
            self.hash = hash
            self.recordedBy = recordedBy
            self.recordedAt = recordedAt
            self.isImported = isImported
        }
    }

    /// Takes the parts as they are.
    public init(contract: String, payment: Payment, cumulative: Money, request: PaymentRequest?, entry: Entry) {
        self.contract = contract
        self.payment = payment
        self.cumulative = cumulative
        self.request = request
        self.entry = entry
    }
}

extension PaymentRow {
    /// Every payment with its request and approvals, and the sum so far; also payments.csv of a bundle. Amounts have no
    /// total: those of voided payments stand among them. The net has one.
    public static let form = TableForm<PaymentRow>(
        code: "payments", title: Wording("付款历史", "Payment history"),
        columns: [
            .identifier("contract", Wording("合同编号", "Contract")) { $0.contract },
            .text("installment", Wording("分期", "Installment")) { $0.payment.installment },
            .identifier("payment", Wording("付款编号", "Payment")) { $0.payment.id },
            .day("on", Wording("付款日期", "Paid on")) { $0.payment.on },
            .money("amount", Wording("付款金额", "Amount")) { $0.payment.amount },
            .money("returned", Wording("已退回", "Returned")) { $0.payment.returned },
            .money("net", Wording("净付金额", "Net"), isTotalled: true) { $0.payment.left },
            .money("cumulative", Wording("累计净付", "Cumulative net")) { $0.cumulative },
            .word("voided", Wording("作废", "Voided")) { $0.payment.isVoided ? Word("yes", "是", "yes") : nil },
            .identifier("voucher", Wording("凭证号", "Voucher")) { $0.payment.voucher },
            .text("fundSource", Wording("资金来源", "Fund source")) { $0.payment.fundSource },
            .identifier("request", Wording("付款申请", "Request")) { $0.request?.id },
            .text("requestedBy", Wording("申请人", "Requested by")) { $0.request?.requestedBy },
            .text("approvedBy", Wording("审批人", "Approved by")) { row in
                row.request?.approvals.map(\.by).joined(separator: "、")
            },
            .word("origin", Wording("来源", "Origin")) { row in
                row.entry.isImported ? Word("imported", "导入", "imported") : Word("recorded", "登记", "recorded")
            },
            .text("recordedBy", Wording("记录人", "Recorded by")) { $0.entry.recordedBy },
            .instant("recordedAt", Wording("记录时间", "Recorded at")) { $0.entry.recordedAt },
            .count("entry", Wording("分录序号", "Entry")) { $0.entry.number },
            .identifier("hash", Wording("分录哈希", "Entry hash")) { $0.entry.hash },
        ])
}
