internal import Requests
internal import Values

/// Steps, states and decisions.
extension PaymentWords {
    func name(of state: RequestState) -> String {
        switch state {
        case .submitted: choose("审批中", "awaiting approval")
        case .approved: choose("已批准待支付", "approved")
        case .partlyPaid: choose("部分支付", "partly paid")
        case .paid: choose("已支付", "paid")
        case .closed: choose("已结束", "closed")
        case .rejected: choose("已驳回", "rejected")
        case .withdrawn: choose("已撤回", "withdrawn")
        case .stale: choose("须重新确认", "to be confirmed again")
        }
    }

    func name(of role: ApprovalRole) -> String {
        switch role {
        case .sectionHead: choose("科室负责人审批", "Section head")
        case .finance: choose("财务审核", "Finance")
        case .head: choose("单位负责人审批", "Head")
        }
    }

    var treasury: String { choose("国库支付", "Treasury") }
    var requester: String { choose("经办人申请", "Requester") }

    /// Whom a request waits for, by the word of the list.
    func waiting(for word: String?) -> String {
        guard let word else { return "—" }
        if word == "treasury" { return treasury }
        if word == "requester" { return choose("申请人重新确认或撤回", "its requester, to confirm or withdraw") }
        return ApprovalRole(rawValue: word).map(name) ?? word
    }

    func waitingSince(_ who: String, _ day: String, _ days: Int) -> String {
        choose("现在等待：\(who)，自 \(day)（\(waited(days))）。", "It waits for: \(who), since \(day) (\(waited(days))).")
    }

    var stepDone: String { choose("已办", "done") }
    var stepNow: String { choose("等待办理", "waiting") }
    var stepAhead: String { choose("未到", "to come") }
    var stepNever: String { choose("不再进行", "no longer") }

    func name(of event: RequestEvent) -> String {
        switch event.step {
        case .submitted: choose("提出申请", "submitted")
        case .approved(let role): choose("批准（\(name(of: role))）", "approved (\(name(of: role)))")
        case .rejected: choose("驳回", "rejected")
        case .withdrawn: choose("撤回", "withdrawn")
        case .stale: choose("应付金额变化，须重新确认", "payable changed: to be confirmed again")
        case .reconfirmed: choose("重新确认", "confirmed again")
        case .paid: choose("支付", "paid")
        }
    }

    /// What beside its name tells of a step; empty where nothing does.
    func remark(_ event: RequestEvent) -> String {
        switch event.step {
        case .submitted(_, let claim), .reconfirmed(let claim):
            choose(
                "申请 \(claim.amount.grouped) 元，当时应付 \(claim.pin.payable.grouped) 元",
                "for \(claim.amount.grouped), payable then \(claim.pin.payable.grouped)")
        case .rejected(let reason): reason
        case .withdrawn(let reason): reason ?? ""
        case .stale(let payable):
            payable.map { choose("应付变为 \($0.grouped) 元", "payable became \($0.grouped)") }
                ?? choose("条款中已无本期", "the terms no longer have the installment")
        case .approved, .paid: ""
        }
    }

    // Decisions
    var approve: String { choose("批准", "Approve") }
    func approveHint(_ amount: String) -> String {
        choose("批准即同意按上述计算支付 \(amount) 元。", "Approving agrees to pay \(amount) as computed above.")
    }
    var reject: String { choose("驳回", "Reject") }
    var withdraw: String { choose("撤回", "Withdraw") }
    var reconfirm: String { choose("重新确认", "Confirm again") }
    var pay: String { choose("登记支付", "Record a payment") }
    var giveBack: String { choose("登记退回", "Record a return") }
    var toRequest: String { choose("返回付款申请", "Back to the request") }
    var why: String { choose("理由", "Reason") }
    var proof: String { choose("登录密码", "Your password") }
    var proofHint: String {
        choose("须再次验证身份。已启用动态口令的，填 6 位动态口令。", "Prove again who you are; with a second factor, its six digits.")
    }

    func rejectTitle(_ label: String) -> String { choose("驳回付款申请：\(label)", "Reject the request: \(label)") }
    func withdrawTitle(_ label: String) -> String { choose("撤回付款申请：\(label)", "Withdraw the request: \(label)") }
    func reconfirmTitle(_ label: String) -> String { choose("重新确认：\(label)", "Confirm again: \(label)") }
    func rejectEffect(_ amount: String) -> String {
        choose(
            "驳回后本申请即告结束，占用的 \(amount) 元可以重新申请。理由将告知申请人并记入档案。",
            "Rejecting ends the request; the \(amount) that it holds can be asked for again. The reason stays on record."
        )
    }
    func withdrawEffect(_ amount: String, paid: String?) -> String {
        let kept = paid.map {
            choose("已支付的 \($0) 元不受影响。", "The \($0) paid already are not affected. ")
        }
        return choose(
            "撤回后本申请即告结束，尚未支付的 \(amount) 元可以重新申请。\(kept ?? "")",
            "Withdrawing ends the request; the \(amount) not paid yet can be asked for again. \(kept ?? "")")
    }
    func reconfirmEffect(_ amount: String, paid: String?) -> String {
        let kept = paid.map { choose("（含已支付的 \($0) 元）", " (with the \($0) paid already)") } ?? ""
        return choose(
            "确认后本申请按现在的计算改为 \(amount) 元\(kept)，此前的批准作废，从第一步重新审批。",
            "The request then asks for \(amount)\(kept) by today's figures; earlier approvals no longer count.")
    }
    var approved: String { choose("已批准。", "Approved.") }
    var rejected: String { choose("已驳回。", "Rejected.") }
    var withdrawn: String { choose("已撤回。", "Withdrawn.") }
    var reconfirmed: String { choose("已重新确认，重新进入审批。", "Confirmed again; it is approved afresh.") }
    var nothingToDo: String {
        choose(
            "这一步现在不能办理：申请已过这一步骤，或等待其他人办理。",
            "This cannot be done now: the request is past it, or waits for somebody else.")
    }

    // Stale and changed
    func staleReason(_ before: String, _ after: String?, by who: String, at when: String) -> String {
        let change =
            after.map { choose("本期应付由 \(before) 元变为 \($0) 元", "the payable changed from \(before) to \($0)") }
            ?? choose("条款中已没有本期", "the terms no longer have the installment")
        return choose(
            "\(when)，\(who)登记后，\(change)，此前的申请和批准不再有效。",
            "At \(when), by what \(who) recorded, \(change); request and approvals no longer hold.")
    }
    var staleAdvice: String {
        choose(
            "申请人可以按现在的金额重新确认（重新审批），或撤回后另行申请。",
            "Its requester may confirm it by today's figures, to be approved afresh, or withdraw it and ask anew.")
    }
    var seenChanged: String {
        choose(
            "您查看之后，合同有新的登记，操作没有执行。请核对以下变化，无误后再次提交。",
            "Something was recorded after you opened the page, so nothing was done. Look at it below, and submit again if it is right."
        )
    }
}
