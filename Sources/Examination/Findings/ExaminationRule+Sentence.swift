public import Values

extension ExaminationRule {
    /// The rule in a sentence.
    public func sentence(in language: Language) -> String { language == .chinese ? chineseSentence : englishSentence }

    private var chineseSentence: String {
        switch self {
        case .paidBeforeAcceptance: "付款之日，按当时所知，该期的付款条件（验收、考核、发票等）尚未齐备，或该期已取消。"
        case .paidAbovePayable: "付款之后，按当时所知，该期累计净付超过应付金额。"
        case .payeeDiffers: "登记付款时，该供应商启用的收款账户户名与供应商名称不同。"
        case .selfApprovalAttempt: "申请人或已审批人试图再次办理同一付款申请，或考核登记人试图审批、支付该期付款，被系统拒绝。"
        case .approvedByAssessor: "审批付款的人登记过决定该期金额的考核结果，无论先后，也无论该结果是否仍有效。"
        case .ruling: "以裁定取代考核条款计算的扣减。"
        case .voided: "作废了已登记的事实。"
        case .redoneWithinDay: "付款或发票作废、付款退回之后，短时间内在同一分期重新登记。"
        case .paidLate: "在合同约定的到期日之后付款，或至报告日仍未付清。"
        case .statutoryLate: "向中小企业付款超过法定期限：合同未约定期限的自付款条件满足之日起 30 日，有约定的从约定，最长 60 日。"
        case .holdbackEarly: "质量保证金在返还条件满足之前付出。"
        case .holdbackOverdue: "质量保证金在到期日之后返还，或至报告日仍未返还。"
        case .offHours: "在非工作日（按当时启用的日历）或夜间登记。"
        case .duplicateInvoice: "同一供应商的同一发票号码登记了两次以上，均未作废。"
        case .duplicateVoucher: "同一采购人、同一年度的同一凭证号用于两笔以上付款，均未作废。"
        case .supplementsAboveLimit: "历次补充协议增加的合同价款合计超过原合同价款的限额。"
        case .justUnderThreshold: "同一采购人与同一供应商在限期内签订多份价款略低于公开招标限额的合同，合计达到限额。"
        case .uncomputable: "该合同的有关数字无法由日志重新计算，有的规则未能判断。"
        }
    }

    private var englishSentence: String {
        switch self {
        case .paidBeforeAcceptance:
            "On the day of the payment, as known then, conditions of the installment were open or it was cancelled."
        case .paidAbovePayable:
            "With the payment, as known then, more was paid of the installment than was payable."
        case .payeeDiffers:
            "When the payment was recorded, the supplier's bank account in force was held under another name."
        case .selfApprovalAttempt:
            "Whoever had asked or approved tried to act on the same request again, or the assessor to approve or pay; refused."
        case .approvedByAssessor:
            "An approver recorded an assessment that decides the installment, before or after, standing or not."
        case .ruling: "A ruling replaced what the terms deduct for an assessment."
        case .voided: "A recorded fact was voided."
        case .redoneWithinDay:
            "After a payment or invoice was voided, or money came back, another was soon recorded on the same installment."
        case .paidLate: "Paid after the due date of the contract, or still unpaid on the day of the report."
        case .statutoryLate:
            "A small or medium enterprise was paid later than the law allows: 30 days from the conditions being met where nothing is agreed, at most 60 where something is."
        case .holdbackEarly: "A holdback went out before the conditions of its release were met."
        case .holdbackOverdue: "A holdback was released after its due date, or is still kept on the day of the report."
        case .offHours: "Recorded on a day off, by the calendar in force then, or at night."
        case .duplicateInvoice: "An invoice number of one supplier stands there more than once, none of them voided."
        case .duplicateVoucher:
            "A voucher number of one buyer and year stands on more than one payment, none of them voided."
        case .supplementsAboveLimit: "Supplementary agreements raised the price by more than the limit in total."
        case .justUnderThreshold:
            "One buyer and one supplier signed several contracts just under the tender threshold within the time; together they reach it."
        case .uncomputable:
            "Figures of the contract cannot be computed from its journal, so that rules were not judged."
        }
    }
}
