/// What a person is in the work of paying (api.md, section 1). A person may have several.
public enum Role: String, CaseIterable, Sendable {
    /// 业务科室经办
    case officer
    /// 科室负责人
    case sectionHead = "section-head"
    /// 财务
    case finance
    /// 单位负责人
    case head
    /// 国库支付
    case treasury
    /// 审计
    case auditor
    /// 系统管理
    case admin
}
