public import Values

extension ExaminationRule {
    /// What a report calls it.
    public func title(in language: Language) -> String { language == .chinese ? chineseTitle : englishTitle }

    private var chineseTitle: String {
        switch self {
        case .paidBeforeAcceptance: "条件未齐即付款"
        case .paidAbovePayable: "超应付金额付款"
        case .payeeDiffers: "收款户名与供应商不符"
        case .selfApprovalAttempt: "试图自我审批"
        case .approvedByAssessor: "考核人审批付款"
        case .ruling: "裁定"
        case .voided: "作废"
        case .redoneWithinDay: "当日重做"
        case .paidLate: "逾期付款"
        case .statutoryLate: "超过法定付款期限"
        case .holdbackEarly: "质保金提前返还"
        case .holdbackOverdue: "质保金逾期返还"
        case .offHours: "非工作时间登记"
        case .duplicateInvoice: "发票号码重复"
        case .duplicateVoucher: "凭证号重复"
        case .supplementsAboveLimit: "补充协议超限"
        case .justUnderThreshold: "合同金额略低于限额"
        case .uncomputable: "无法重新计算"
        }
    }

    private var englishTitle: String {
        switch self {
        case .paidBeforeAcceptance: "Paid before its conditions were met"
        case .paidAbovePayable: "Paid above the payable"
        case .payeeDiffers: "Payee other than the supplier"
        case .selfApprovalAttempt: "Attempt to approve for oneself"
        case .approvedByAssessor: "Approved by who assessed"
        case .ruling: "Ruling"
        case .voided: "Void"
        case .redoneWithinDay: "Done again within a day"
        case .paidLate: "Paid late"
        case .statutoryLate: "Later than the law allows"
        case .holdbackEarly: "Holdback released early"
        case .holdbackOverdue: "Holdback released late"
        case .offHours: "Recorded outside working hours"
        case .duplicateInvoice: "Invoice number twice"
        case .duplicateVoucher: "Voucher number twice"
        case .supplementsAboveLimit: "Supplementary agreements above the limit"
        case .justUnderThreshold: "Prices just under a threshold"
        case .uncomputable: "Cannot be computed"
        }
    }
}
