public import Contracts
public import Values

extension InstallmentStatement.Status {
    /// What people call it.
    public func name(in language: Language) -> String {
        let (chinese, english) =
            switch self {
            case .cancelled: ("已取消", "cancelled")
            case .settled: ("已结清", "settled")
            case .undetermined: ("待裁定", "undetermined")
            case .blocked: ("条件未齐", "blocked")
            case .overdue: ("已逾期", "overdue")
            case .due: ("可支付", "due")
            }
        return language == .chinese ? chinese : english
    }
}

extension InstallmentStatement {
    /// The status, and of an overdue one for how long.
    public func statusSentence(in language: Language) -> String {
        guard status == .overdue, let days = daysOverdue else { return status.name(in: language) }
        return language == .chinese ? "已逾期 \(days) 天" : "overdue by \(days) days"
    }
}

extension Statement.Flag {
    /// What a reader of the statement must know; `terms` are the statement's.
    public func sentence(in language: Language, _ terms: Contract) -> String {
        func choose(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }
        switch self {
        case .overpaid(let installment, let amount):
            let label = terms.installments[installment].label
            return choose("多付：\(label) \(amount.grouped) 元", "overpaid: \(label) \(amount.grouped)")
        case .gap(let assessment):
            let label = terms.assessments[assessment].label
            return choose("\(label)：得分没有对应条款，需裁定", "\(label): no rule covers the score; a ruling is needed")
        case .veto(let assessment):
            let label = terms.assessments[assessment].label
            return choose("\(label)：一票否决，需裁定", "\(label): vetoed; a ruling is needed")
        case .terminationRight(let assessments):
            let labels = assessments.map { terms.assessments[$0].label }.joined(separator: choose("、", ", "))
            return choose("有权解除合同：\(labels)", "right to terminate: \(labels)")
        case .calendarMissing:
            return choose("日历未覆盖所涉年份，按周末推算", "the calendar does not cover a year needed; weekends were assumed")
        }
    }
}
