public import Examination
public import Tables
internal import Values

extension TableForm<AuditFinding> {
    /// Every finding with its rule and source (例外报告), in the order in which examination gives them.
    public static let exceptions = TableForm(
        code: "exceptions", title: Wording("例外报告", "Exceptions"),
        columns: [
            .word("rule", Wording("规则", "Rule")) { finding in
                Word(finding.rule.rawValue, finding.rule.title(in: .chinese), finding.rule.title(in: .english))
            },
            .identifier("contract", Wording("合同编号", "Contract")) { $0.contract },
            .identifier("installment", Wording("分期", "Installment")) { $0.installment },
            .identifier("subject", Wording("事项", "Subject")) { $0.subject },
            .count("entry", Wording("分录序号", "Entry")) { $0.entry },
            .day("on", Wording("日期", "Date")) { $0.day },
            .money("amount", Wording("金额", "Amount")) { $0.amount },
            .text("people", Wording("经手人", "People")) { $0.people.joined(separator: "、") },
            .phrase("detail", Wording("说明", "What was found")) { finding in
                Wording(finding.detail.text(in: .chinese), finding.detail.text(in: .english))
            },
            .phrase("sentence", Wording("规则内容", "The rule")) { finding in
                Wording(finding.rule.sentence(in: .chinese), finding.rule.sentence(in: .english))
            },
            .phrase("source", Wording("依据", "Source")) { finding in
                Wording(finding.rule.source(in: .chinese), finding.rule.source(in: .english))
            },
        ])
}
