internal import Contracts
public import Payables
public import Tables
internal import Values

/// A line of deduction on an installment: a row of the deductions report (扣减明细).
public struct DeductionRow: Sendable {
    public let statement: Statement
    /// Position in the schedule, from 0.
    public let position: Int
    public let line: DeductionLine

    /// The lines of a contract, in the order of its schedule.
    public static func rows(of statement: Statement) -> [DeductionRow] {
        statement.installments.indices.flatMap { position in
            statement.lines(of: position).map { DeductionRow(statement: statement, position: position, line: $0) }
        }
    }

    var assessment: Assessment? {
        statement.terms.installments[position].assessedBy.map { statement.terms.assessments[$0] }
    }

    var outcome: AssessmentOutcome? {
        statement.terms.installments[position].assessedBy.flatMap { statement.outcomes[$0] }
    }

    var because: Because? {
        statement.terms.installments[position].assessedBy.map { statement.because(line, of: $0) }
    }
}

extension DeductionRow {
    /// What a reader of the amounts must know; belongs to the notes of every such table.
    public static let note = TableNote(
        "limits", Wording("说明", "Note"),
        .phrase(
            Wording(
                "扣减金额按考核条款计算；各期实际扣减以本期金额为限，见合同台账的“扣减”栏。",
                "Deductions are as the assessment's clauses give them; what an installment really loses is limited by its "
                    + "amount: see “Deducted” in the installment ledger.")))

    /// Every deduction with its rule in words and the clause that it stands in, before the limits of the installment.
    public static let form = TableForm<DeductionRow>(
        code: "deductions", title: Wording("扣减明细", "Deductions"),
        columns: [
            .identifier("contract", Wording("合同编号", "Contract")) { $0.statement.terms.number },
            .text("title", Wording("合同名称", "Title")) { $0.statement.terms.title },
            .text("supplier", Wording("供应商", "Supplier")) { $0.statement.terms.supplier },
            .text("installment", Wording("分期", "Installment")) { row in
                row.statement.terms.installments[row.position].label
            },
            .text("assessment", Wording("考核", "Assessment")) { $0.assessment?.label },
            .day("on", Wording("考核日期", "Assessed on")) { $0.outcome?.on },
            .score("score", Wording("得分", "Score")) { $0.outcome?.score },
            .text("vetoed", Wording("一票否决指标", "Vetoed criteria")) { row in
                row.outcome.flatMap { $0.vetoed.isEmpty ? nil : $0.vetoed.joined(separator: "、") }
            },
            .word("result", Wording("结果", "Result")) { row in
                row.outcome?.isSettled == true ? Word("final", "最终", "final") : Word("provisional", "暂定", "provisional")
            },
            .text("rule", Wording("规则", "Rule")) { $0.line.rule.name(in: $0.assessment) },
            .money("amount", Wording("扣减金额", "Deduction"), isTotalled: true) { $0.line.amount },
            .phrase("because", Wording("理由", "Because")) { $0.because.map { Wording($0) } },
            .text("formula", Wording("算式", "Formula")) { $0.because?.formula },
            .text("clause", Wording("条款位置", "Clause")) { $0.because?.clause?.pointer },
        ])
}
