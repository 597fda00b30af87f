internal import Contracts
public import Payables
public import Tables
internal import Values

/// An installment of a statement: a row of the installment ledger (合同台账).
public struct LedgerRow: Sendable {
    public let statement: Statement
    /// Position in the schedule, from 0.
    public let position: Int

    /// The rows of a contract, in the order of its schedule.
    public static func rows(of statement: Statement) -> [LedgerRow] {
        statement.installments.indices.map { LedgerRow(statement: statement, position: $0) }
    }

    var figures: InstallmentStatement { statement.installments[position] }
    var installment: Installment { statement.terms.installments[position] }

    /// Where the amount and the due date come from.
    var basis: Wording? {
        .sentences(
            [Statement.Figure.gross, .dueOn].compactMap { figure in
                guard let because = statement.because(figure, of: position), !because.rule.isTrivial else { return nil }
                return Wording(because)
            })
    }

    var waiting: Wording? {
        .sentences(
            statement.waiting(for: position).map { waiting in
                Wording(waiting.sentence(in: .chinese), waiting.sentence(in: .english))
            })
    }
}

extension Wording {
    /// The sentence of an explanation.
    init(_ because: Because) {
        self.init(because.sentence(in: .chinese), because.sentence(in: .english))
    }
}

extension LedgerRow {
    /// What each installment is, what is owed on it and why, and where it stands. The gross has no total: what a
    /// holdback collects is part of other installments, and a cancelled installment shows a gross that nobody owes.
    public static let form = TableForm<LedgerRow>(
        code: "ledger", title: Wording("合同台账", "Installment ledger"),
        columns: [
            .identifier("contract", Wording("合同编号", "Contract")) { $0.statement.terms.number },
            .text("title", Wording("合同名称", "Title")) { $0.statement.terms.title },
            .text("supplier", Wording("供应商", "Supplier")) { $0.statement.terms.supplier },
            .text("label", Wording("分期", "Installment")) { $0.installment.label },
            .phrase("basis", Wording("付款依据", "Basis")) { $0.basis },
            .money("gross", Wording("金额", "Gross")) { $0.figures.gross },
            .money("recovered", Wording("追回", "Recovered"), isTotalled: true) { $0.figures.recovered },
            .money("deducted", Wording("扣减", "Deducted"), isTotalled: true) { $0.figures.deducted },
            .money("withheld", Wording("扣留", "Withheld"), isTotalled: true) { $0.figures.withheld },
            .money("payable", Wording("应付", "Payable"), isTotalled: true) { $0.figures.payable },
            .money("paid", Wording("已付", "Paid"), isTotalled: true) { $0.figures.paid },
            .money("outstanding", Wording("未付", "Outstanding"), isTotalled: true) { $0.figures.outstanding },
            .word("status", Wording("状态", "Status")) { $0.figures.status.word },
            .day("startedOn", Wording("起算日", "Started on")) { $0.figures.startedOn },
            .day("dueOn", Wording("到期日", "Due on")) { $0.figures.dueOn },
            .count("daysOverdue", Wording("逾期天数", "Days overdue")) { $0.figures.daysOverdue },
            .money("interest", Wording("逾期利息", "Late interest"), isTotalled: true) { $0.figures.interest },
            .phrase("waitsFor", Wording("尚缺条件", "Waits for")) { $0.waiting },
        ])
}
