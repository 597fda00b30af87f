internal import Contracts
internal import Requests

extension AuditWords {
    /// What an entry of the journal is, by its kind's name that never changes.
    func name(ofEntry kind: String) -> String {
        if kind == "registered" { return choose("登记合同", "contract registered") }
        if kind == "office" { return office }
        if let fact = FactKind(rawValue: kind) { return name(of: fact) }
        if let step = RequestEventName(rawValue: kind) { return name(of: step) }
        return kind
    }

    private func name(of fact: FactKind) -> String {
        switch fact {
        case .event: choose("事件", "event")
        case .invoice: choose("发票", "invoice")
        case .usage: choose("用量", "usage")
        case .assessment: choose("考核结果", "assessment result")
        case .rectificationWaived: choose("放弃整改", "rectification waived")
        case .ruling: choose("裁定", "ruling")
        case .objection: choose("异议", "objection")
        case .objectionResolved: choose("异议解决", "objection resolved")
        case .paid: choose("付款", "payment")
        case .returned: choose("退回", "return")
        case .amended: choose("补充协议", "supplementary agreement")
        case .terminated: choose("合同终止", "termination")
        case .voided: choose("作废", "voided")
        }
    }

    private func name(of step: RequestEventName) -> String {
        switch step {
        case .submitted: choose("提出付款申请", "payment request submitted")
        case .approved: choose("审批付款申请", "payment request approved")
        case .rejected: choose("驳回付款申请", "payment request rejected")
        case .withdrawn: choose("撤回付款申请", "payment request withdrawn")
        case .stale: choose("付款申请失效", "payment request stale")
        case .reconfirmed: choose("重新确认付款申请", "payment request reconfirmed")
        case .paid: choose("按付款申请支付", "payment request paid")
        }
    }
}
