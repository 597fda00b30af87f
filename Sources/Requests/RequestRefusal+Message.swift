public import Values

extension RequestRefusal {
    /// The sentence that a clerk reads.
    public func message(in language: Language) -> String { language == .chinese ? chinese : english }

    private var chinese: String {
        switch self {
        case .notOpen: "该付款申请已办结或已过这一步骤。"
        case .stale: "申请之后应付金额已变化，请撤回，或由申请人重新确认后再审批。"
        case .notYourStep: "该付款申请正等待其他角色办理。"
        case .actedAlready: "同一付款申请中，申请人和已审批人不得再次办理。"
        case .ownAssessment: "登记该期考核结果的人不得审批或支付该期付款。"
        case .notRequester: "只有申请人可以重新确认。"
        case .installmentNotPayable: "该期款项尚未到期、已结清，或仍有前置条件未满足。"
        case .exceedsAvailable: "申请金额超过未付金额减去其他申请占用的部分。"
        case .exceedsRequest: "支付金额超过该申请已批准而未付的部分。"
        case .beforeApproval: "支付日期早于最后一次审批。"
        case .datedAhead: "日期不得晚于今天。"
        case .exceedsPayment: "退回金额超过该笔付款尚未退回的部分。"
        case .beforePayment: "退回日期早于付款日期。"
        }
    }

    private var english: String {
        switch self {
        case .notOpen: "The payment request is over or already past this step."
        case .stale:
            "What is payable has changed since: withdraw the request, or have its requester confirm it to be approved afresh."
        case .notYourStep: "The payment request waits for somebody of another role."
        case .actedAlready: "Whoever raised or approved a payment request does not act on it again."
        case .ownAssessment: "Whoever recorded the assessment of this installment does not approve or pay it."
        case .notRequester: "Only whoever raised the request confirms it again."
        case .installmentNotPayable: "The installment is not due, is settled, or something still blocks it."
        case .exceedsAvailable: "The amount exceeds what is outstanding less what other requests hold."
        case .exceedsRequest: "The amount exceeds what is approved and not yet paid."
        case .beforeApproval: "The payment is dated before the last approval."
        case .datedAhead: "The date lies in the future."
        case .exceedsPayment: "The amount exceeds what is left of the payment."
        case .beforePayment: "The return is dated before its payment."
        }
    }
}
