internal import Requests
internal import Values

extension PaymentForm.Signature {
    /// One box for whoever asked, one for each step of the chain, one for the treasury.
    static func boxes(of request: PaymentRequest, naming people: [String: String]) -> [Self] {
        func box(_ role: String, _ step: RecordedStep?) -> Self {
            let signed = step.map { Signed(name: people[$0.by] ?? $0.by, at: $0.at) }
            return Self(role: role, signed: signed, isOpen: signed == nil && request.state.holds)
        }
        let asked = request.steps.last { step in
            switch step.event.step {
            case .submitted, .reconfirmed: true
            default: false
            }
        }
        let paid = request.steps.last { if case .paid = $0.event.step { true } else { false } }
        let approvals = request.claim.chain.enumerated().map { place, role in
            box(role.chinese, request.approvals.dropFirst(place).first)
        }
        return [box("经办人", asked)] + approvals + [box("国库支付", paid)]
    }
}

extension ApprovalRole {
    fileprivate var chinese: String {
        switch self {
        case .sectionHead: "科室负责人"
        case .finance: "财务审核"
        case .head: "单位负责人"
        }
    }
}

extension RequestState {
    var chinese: String {
        switch self {
        case .submitted: "审批中"
        case .approved: "已批准"
        case .partlyPaid: "部分支付"
        case .paid: "已支付"
        case .closed: "已结束"
        case .rejected: "已驳回"
        case .withdrawn: "已撤回"
        case .stale: "应付金额已变化，须重新确认"
        }
    }
}
