internal import Payables
internal import Values

extension FindingDetail {
    var chinese: String {
        switch self {
        case .openConditions(_, true): "该期已取消。"
        case .openConditions(let missing, false): "当时尚缺：\(Self.list(missing, .chinese))。"
        case .abovePayable(let excess, let paid, let payable):
            "超付 \(excess) 元：当时累计净付 \(paid) 元，应付 \(payable) 元。"
        case .refused(true, let at): "\(at.minuteText) 本人登记过该期考核，试图审批或支付，被拒绝。"
        case .refused(false, let at): "\(at.minuteText) 本人已申请或审批过该申请，试图再次办理，被拒绝。"
        case .assessed(let assessment, let entry): "本人在第 \(entry) 号分录登记了“\(assessment)”的考核结果。"
        case .ruled(let assessment, let reason, let hasDocument):
            "“\(assessment)”改由裁定扣减；理由：\(reason)\(hasDocument ? "" : "（未附文件）")。"
        case .voidedFact(let kind, let id, let reason, let days):
            "作废\(EntryWord.fact(kind).text(in: .chinese)) \(id)\(days.map { "（登记 \($0) 日后）" } ?? "")；理由：\(reason)。"
        case .doneAgain(let kind, let before, let amount, let wasReturned, let minutes):
            "\(EntryWord.fact(kind).text(in: .chinese)) \(before)（\(amount) 元）\(wasReturned ? "退回" : "作废")后 \(minutes) 分钟重新登记。"
        case .late(let lateness, let stillUnpaid, let open):
            "到期日 \(lateness.dueOn)，\(stillUnpaid ? "至报告日仍未付，已" : "")迟 \(lateness.days) 日\(lateness.chineseInterest)"
                + (open.isEmpty ? "。" : "；到期日尚缺：\(Self.list(open, .chinese))。")
        case .recordedOffHours(let word, let at, let isDayOff, let isNight):
            "\(at.minuteText) 登记\(word.text(in: .chinese))，\([isDayOff ? "非工作日" : nil, isNight ? "夜间" : nil].compactMap { $0 }.joined(separator: "、"))。"
        case .sameNumber(let number, let contract, let entry): "号码 \(number)，又见合同 \(contract) 第 \(entry) 号分录。"
        case .otherHolder(let holder, let account, let supplier): "账户 \(account) 户名“\(holder)”，供应商“\(supplier)”。"
        case .supplements(let raised, let price, let count, let limit):
            "补充协议 \(count) 份，合计增加 \(raised) 元，原合同价款 \(price) 元，限额为其 \(limit)%。"
        case .underThreshold(let contracts, let total, let threshold):
            "合同 \(contracts.joined(separator: "、"))，合计 \(total) 元，限额 \(threshold) 元。"
        case .cannotCompute(let code): "原因：\(code)。"
        }
    }
}

extension FindingDetail.Lateness {
    fileprivate var chineseInterest: String {
        guard let interest, let rate else { return "" }
        return "，按每日 \(rate)% 计逾期利息 \(interest) 元\(isScaleUnknown ? "（供应商规模不明，如为中小企业）" : "")"
    }
}
