internal import Contracts

/// One of the answers that a column allows: the code that terms use, and the words that people choose.
struct FormChoice: Equatable, Sendable {
    let code: String
    let words: FormWords
    /// Known to the terms, but not offered: a sheet cannot hold what belongs to it.
    let isBeyond: Bool

    init(_ code: String, _ chinese: String, _ english: String, isBeyond: Bool = false) {
        self.code = code
        words = FormWords(chinese, english)
        self.isBeyond = isBeyond
    }
}

/// The closed lists of the form; each is a column of the sheet of codes.
enum FormList: String, CaseIterable, Sendable {
    case kind, amount, base, costBase, condition, unit, answer, excess, fraction, effect, event

    /// The choice that a text means, by its words or its code.
    func choice(_ text: String) -> FormChoice? { Self.named[self]?[FormWords.plain(text)] }

    private static let named = Dictionary(
        uniqueKeysWithValues: allCases.map { list in
            let pairs = list.choices.flatMap { choice in
                [choice.code, choice.words.chinese, choice.words.english].map { (FormWords.plain($0), choice) }
            }
            return (list, Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
        })

    var title: FormWords {
        switch self {
        case .kind: FormWords("分期类型", "Kind of installment")
        case .amount: FormWords("金额方式", "Form of amount")
        case .base: FormWords("计算基数", "Base")
        case .costBase: FormWords("扣减基数", "Base of deductions")
        case .condition: FormWords("付款条件", "Condition")
        case .unit: FormWords("期限单位", "Unit of time")
        case .answer: FormWords("是否", "Yes or no")
        case .excess: FormWords("超额扣减", "Excess deduction")
        case .fraction: FormWords("不足一分", "Broken points")
        case .effect: FormWords("否决后果", "Effect of a veto")
        case .event: FormWords("常用事件", "Common events")
        }
    }

    var choices: [FormChoice] {
        switch self {
        case .kind:
            [
                .init("advance", "预付款", "advance"), .init("milestone", "节点款", "milestone"),
                .init("periodic", "定期款", "periodic"), .init("assessed", "考核款", "assessed"),
                .init("holdback", "质量保证金", "holdback"),
            ]
        case .amount:
            [
                .init("fixed", "固定金额", "fixed amount"), .init("percent", "百分比", "percentage"),
                .init("remainder", "余额", "remainder"), .init("metered", "按量计价", "metered", isBeyond: true),
                .init("withheld", "逐期扣留", "withheld", isBeyond: true),
            ]
        case .base: [.init("contract", "合同价", "contract price"), .init("year", "年度费用", "fee of the year")]
        case .costBase:
            FormList.base.choices + [.init("installment", "本期金额", "the installment")]
        case .condition:
            [
                .init("event", "事件发生", "event"), .init("count", "事件累计次数", "count of events"),
                .init("after-days", "事件后若干天", "days after event"),
                .init("after-months", "事件后若干月", "months after event"), .init("date", "到达日期", "date"),
                .init("yearStarts", "年度开始", "year starts"), .init("yearElapsed", "年度满若干月", "months into year"),
                .init("yearEnds", "年度结束", "year ends"), .init("contractEnds", "合同期满", "contract ends"),
                .init("invoice", "收到发票", "invoice received"), .init("clear", "无未决异议", "objections cleared"),
                .init("any", "任一条件", "any of several", isBeyond: true),
            ]
        case .unit:
            [
                .init("days", "天", "days"), .init("workingDays", "工作日", "working days"),
                .init("months", "个月", "months"),
            ]
        case .answer: [.init("yes", "是", "yes"), .init("no", "否", "no")]
        case .excess:
            [.init("carry", "结转后期", "carry"), .init("waive", "放弃", "waive"), .init("claim", "另行追索", "claim")]
        case .fraction:
            [.init("exact", "按实际", "exact"), .init("whole", "舍去", "whole"), .init("started", "计一分", "started")]
        case .effect: [.init("withhold", "暂停支付", "withhold"), .init("zero", "按零分", "zero")]
        case .event:
            // Those with a number behind them, such as one a quarter, have to be typed.
            Vocabulary.events.names.map { FormChoice($0.id, $0.chinese, $0.english) }
        }
    }
}
