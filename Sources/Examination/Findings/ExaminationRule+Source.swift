public import Values

extension ExaminationRule {
    /// The law or standard behind the rule.
    public func source(in language: Language) -> String { language == .chinese ? chineseSource : englishSource }

    private var chineseSource: String {
        switch self {
        case .paidBeforeAcceptance: "《政府采购法》第四十一条；《政府采购法实施条例》第五十一条"
        case .paidAbovePayable: "《民法典》第五百零九条；合同条款"
        case .payeeDiffers: "《政府采购法实施条例》第五十一条"
        case .selfApprovalAttempt, .approvedByAssessor: "《行政事业单位内部控制规范（试行）》（财会〔2012〕21号）：不相容岗位相互分离"
        case .ruling: "合同条款；《行政事业单位内部控制规范（试行）》：内部授权审批控制"
        case .voided, .redoneWithinDay, .offHours: "《行政事业单位内部控制规范（试行）》（财会〔2012〕21号）"
        case .paidLate: "合同条款；《民法典》第二百零三条、第五百零九条"
        case .statutoryLate: "《保障中小企业款项支付条例》（国务院令第802号，2025年6月1日起施行）第九条、第十七条；此前为第728号令第八条、第十五条"
        case .holdbackEarly, .holdbackOverdue: "合同条款；《保障中小企业款项支付条例》第十三条；工程另见《建设工程质量保证金管理办法》（建质〔2017〕138号）"
        case .duplicateInvoice, .duplicateVoucher: "《关于规范电子会计凭证报销入账归档的通知》（财会〔2020〕6号）：防止重复入账"
        case .supplementsAboveLimit: "《政府采购法》第四十九条"
        case .justUnderThreshold: "《政府采购法》第二十八条；《政府采购法实施条例》第二十八条"
        case .uncomputable: "本系统计算规则"
        }
    }

    private var englishSource: String {
        switch self {
        case .paidBeforeAcceptance:
            "Government Procurement Law, art. 41; its Implementing Regulation, art. 51"
        case .paidAbovePayable: "Civil Code, art. 509; the terms"
        case .payeeDiffers: "Implementing Regulation of the Government Procurement Law, art. 51"
        case .selfApprovalAttempt, .approvedByAssessor:
            "Internal Control Standards for Administrative Units (财会〔2012〕21号): separation of duties"
        case .ruling: "The terms; Internal Control Standards for Administrative Units: authorisation"
        case .voided, .redoneWithinDay, .offHours:
            "Internal Control Standards for Administrative Units (财会〔2012〕21号)"
        case .paidLate: "The terms; Civil Code, art. 203 and 509"
        case .statutoryLate:
            "Regulation on Ensuring Payments to SMEs (State Council Decree 802, in force from 2025-06-01), art. 9 and 17; before, Decree 728, art. 8 and 15"
        case .holdbackEarly, .holdbackOverdue:
            "The terms; Regulation on Ensuring Payments to SMEs, art. 13; of construction also 建质〔2017〕138号"
        case .duplicateInvoice, .duplicateVoucher:
            "Notice on electronic accounting vouchers (财会〔2020〕6号): nothing is booked twice"
        case .supplementsAboveLimit: "Government Procurement Law, art. 49"
        case .justUnderThreshold:
            "Government Procurement Law, art. 28; its Implementing Regulation, art. 28"
        case .uncomputable: "The rules of calculation of this system"
        }
    }
}
