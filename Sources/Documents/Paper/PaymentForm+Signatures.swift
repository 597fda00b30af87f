internal import Requests
internal import Values

extension PaymentForm.Signature {
    /// One box for whoever asked, one for each step of the chain, one for the treasury; what is still to be done is open.
    static func boxes(of request: PaymentRequest, naming people: [String: String]) -> [Self] {
        func signed(_ step: RecordedStep) -> Signed { Signed(name: people[step.by] ?? step.by, at: step.at) }
        let asked = request.steps.last { step in
            switch step.event.step {
            case .submitted, .reconfirmed: true
            default: false
            }
        }
        let approvals = request.claim.chain.enumerated().map { place, role in
            Self(
                role: role.chinese, signed: request.approvals.indices.contains(place) ? signed(request.approvals[place]) : nil)
        }
        let paid = request.steps.last { if case .paid = $0.event.step { true } else { false } }
        return [Self(role: "经办人", signed: asked.map(signed))] + approvals
            + [Self(role: "国库支付", signed: paid.map(signed))]
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
