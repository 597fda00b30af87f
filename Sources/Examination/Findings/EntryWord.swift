internal import Audit
public import Contracts
public import Requests
public import Values

/// What an entry tells, without its data, in the words of an auditor.
public enum EntryWord: Equatable, Sendable {
    case registered
    case fact(FactKind)
    case request(RequestEventName)
    case office

    init(_ kind: EntryKind) {
        switch kind {
        case .registered: self = .registered
        case .fact(let kind, _): self = .fact(kind)
        case .request(let event): self = .request(event.name)
        case .office: self = .office
        }
    }

    /// The word in Chinese or English.
    public func text(in language: Language) -> String { language == .chinese ? chinese : english }

    private var chinese: String {
        switch self {
        case .registered: "合同登记"
        case .office: "机关事务"
        case .fact(let kind):
            switch kind {
            case .event: "事件"
            case .invoice: "发票"
            case .usage: "用量"
            case .assessment: "考核结果"
            case .rectificationWaived: "放弃整改"
            case .ruling: "裁定"
            case .objection: "异议"
            case .objectionResolved: "异议解决"
            case .paid: "付款"
            case .returned: "退回"
            case .amended: "补充协议"
            case .terminated: "合同终止"
            case .voided: "作废"
            }
        case .request(let step):
            switch step {
            case .submitted: "提出付款申请"
            case .approved: "审批付款申请"
            case .rejected: "驳回付款申请"
            case .withdrawn: "撤回付款申请"
            case .stale: "付款申请失效"
            case .reconfirmed: "重新确认付款申请"
            case .paid: "按付款申请支付"
            }
        }
    }

    private var english: String {
        switch self {
        case .registered: "registration"
        case .office: "act of the office"
        case .fact(let kind): kind.rawValue.split(separator: "-").joined(separator: " ")
        case .request(let step): step.rawValue.split(separator: "-").joined(separator: " ")
        }
    }
}
