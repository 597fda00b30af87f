internal import Contracts
internal import Payables
internal import Requests
internal import Values

/// Figures and how they changed.
extension PaymentWords {
    func name(of figure: Payables.Statement.Figure) -> String {
        switch figure {
        case .gross: choose("本期金额", "Gross")
        case .deducted: choose("考核扣减", "Deducted")
        case .recovered: choose("追回前期", "Recovered")
        case .withheld: choose("扣留质保金", "Withheld")
        case .payable: choose("本期应付", "Payable")
        case .paid: choose("本期已付", "Paid")
        case .outstanding: choose("本期未付", "Outstanding")
        case .overpaid: choose("多付", "Overpaid")
        case .startedOn: choose("起算日", "Started on")
        case .dueOn: choose("到期日", "Due on")
        case .interest: choose("逾期利息", "Late interest")
        }
    }

    func name(of line: DeductionLine) -> String {
        switch line.rule {
        case .failure: choose("指标不达标", "criterion failed")
        case .band: choose("得分分档", "band of the score")
        case .points: choose("按分扣减", "points")
        case .cap: choose("扣减上限", "cap")
        case .ruling: choose("裁定", "ruling")
        }
    }

    /// 本期应付由 100.00 元变为 90.00 元，减少 10.00 元。
    func change(_ name: String, _ before: Money, _ after: Money) -> String {
        let size = Money(fen: abs(after.fen &- before.fen)).grouped
        let direction = after < before ? choose("减少", "less by") : choose("增加", "more by")
        return choose(
            "\(name)由 \(before.grouped) 元变为 \(after.grouped) 元，\(direction) \(size) 元。",
            "\(name): from \(before.grouped) to \(after.grouped), \(direction) \(size).")
    }

    func change(_ name: String, _ before: String, _ after: String) -> String {
        choose("\(name)由“\(before)”变为“\(after)”。", "\(name): from “\(before)” to “\(after)”.")
    }

    var status: String { choose("本期状态", "Status") }
    var noChange: String {
        choose("申请以来，本期应付的计算没有变化。", "The computation is the same as when the payment was asked for.")
    }
    var noNews: String { choose("申请以来，合同没有其他登记。", "Nothing else was recorded of the contract since.") }
    var gone: String {
        choose("条款中已没有本期，无法与现在比较。", "The terms no longer have the installment, so there is nothing to compare with.")
    }
    var newsCaption: String { choose("申请以来的登记", "Recorded since") }
    var newsSeen: String { choose("您查看之后的登记", "Recorded after you opened the page") }

    /// What a fact says, in one line.
    func sentence(_ fact: Fact, of terms: Contract) -> String {
        func installment(_ id: String) -> String { terms.installments.first { $0.id == id }?.label ?? id }
        func assessment(_ id: String) -> String { terms.assessments.first { $0.id == id }?.label ?? id }
        switch fact.kind {
        case .event(let name, let count):
            return choose("事件：\(name)", "Event: \(name)") + (count == 1 ? "" : " × \(count)")
        case .invoice(let id, let number, let amount):
            return choose(
                "发票 \(number)，\(amount.grouped) 元（\(installment(id))）",
                "Invoice \(number), \(amount.grouped) (\(installment(id)))")
        case .usage(let id, let item, let quantity):
            return choose(
                "用量：\(item) \(quantity)（\(installment(id))）", "Usage: \(item) \(quantity) (\(installment(id)))")
        case .assessment(let result): return sentence(result, assessment(result.assessment))
        case .rectificationWaived(let id):
            return choose("放弃整改：\(assessment(id))", "Rectification waived: \(assessment(id))")
        case .ruling(let id, let deduction, let reason):
            return choose(
                "裁定：\(assessment(id))扣减 \(deduction.grouped) 元。\(reason)",
                "Ruling: \(assessment(id)) costs \(deduction.grouped). \(reason)")
        case .objection(let name): return choose("提出异议：\(name)", "Objection: \(name)")
        case .objectionResolved(let name): return choose("异议已解决：\(name)", "Objection resolved: \(name)")
        case .paid(let id, let amount, let voucher, _):
            let number = voucher.map { choose("，凭证 \($0)", ", voucher \($0)") } ?? ""
            return choose(
                "支付 \(amount.grouped) 元（\(installment(id))）\(number)",
                "Paid \(amount.grouped) (\(installment(id)))\(number)")
        case .returned(let id, let amount, _):
            return choose(
                "退回 \(amount.grouped) 元（\(installment(id))）", "Returned \(amount.grouped) (\(installment(id)))")
        case .amended: return choose("补充协议：合同条款变更", "Supplementary agreement: the terms changed")
        case .terminated(let reason): return choose("合同终止：\(reason)", "Terminated: \(reason)")
        case .voided(_, let reason): return choose("作废：\(reason)", "Voided: \(reason)")
        }
    }

    private func sentence(_ result: AssessmentResult, _ label: String) -> String {
        let round = choose("第 \(result.round) 轮", "round \(result.round)")
        guard case .score(let score) = result.score else {
            return choose("考核：\(label)（\(round)，按评分表）", "Assessment: \(label) (\(round), by the sheet)")
        }
        return choose("考核：\(label)得分 \(score)（\(round)）", "Assessment: \(label) scored \(score) (\(round))")
    }

    /// What voiding another fact says of that one.
    func voiding(_ reason: String, _ voided: String) -> String {
        choose("作废“\(voided)”：\(reason)", "Voided “\(voided)”: \(reason)")
    }

    func step(_ event: RequestEvent, _ label: String) -> String {
        choose("另一付款申请（\(label)）：\(name(of: event))", "Another request (\(label)): \(name(of: event))")
    }
}
