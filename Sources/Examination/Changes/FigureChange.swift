internal import Contracts
public import Payables
public import Values

/// A figure that reads otherwise in a later statement of the same contract.
public struct FigureChange: Equatable, Sendable {
    /// Id of the installment; nil for a figure of the whole contract.
    public let installment: String?
    public let figure: Figure
    /// Nil where there was no such figure: the contract, the installment or the day.
    public let before: Value?
    /// Nil where there is no such figure any more.
    public let after: Value?

    /// The figures that are compared, by the names that they have in a statement as JSON (payable.md, section 5).
    public enum Figure: String, CaseIterable, Sendable {
        case price, gross, deducted, recovered, withheld, payable, paid, payableNow, outstanding, claim, waived
        case status, startedOn, dueOn
    }

    /// What a figure is.
    public enum Value: Equatable, Sendable {
        case money(Money)
        case day(CalendarDay)
        case status(InstallmentStatement.Status)
    }
}

extension FigureChange {
    /// What changed from one statement to the other: of the contract first, then installment by installment in the
    /// order of the later schedule, those that are gone last. Days overdue and interest grow by themselves and are no
    /// changes. Nil for a contract that was not known yet.
    public static func changes(from before: Payables.Statement?, to after: Payables.Statement) -> [FigureChange] {
        let old = before?.figures ?? [:]
        var changes = compare(old, after.figures, installment: nil)
        let earlier = before?.byInstallment ?? []
        let later = after.byInstallment
        for (id, figures) in later {
            changes += compare(earlier.first { $0.id == id }?.figures ?? [:], figures, installment: id)
        }
        for (id, figures) in earlier where !later.contains(where: { $0.id == id }) {
            changes += compare(figures, [:], installment: id)
        }
        return changes
    }

    private static func compare(
        _ before: [Figure: Value], _ after: [Figure: Value], installment: String?
    ) -> [FigureChange] {
        Figure.allCases.compactMap { figure in
            guard before[figure] != after[figure] else { return nil }
            return FigureChange(
                installment: installment, figure: figure, before: before[figure], after: after[figure])
        }
    }
}

extension Payables.Statement {
    fileprivate var figures: [FigureChange.Figure: FigureChange.Value] {
        [
            .price: .money(terms.price), .deducted: .money(deducted), .paid: .money(paid),
            .payableNow: .money(payableNow), .outstanding: .money(outstanding), .claim: .money(claim),
            .waived: .money(waived),
        ]
    }

    fileprivate var byInstallment: [(id: String, figures: [FigureChange.Figure: FigureChange.Value])] {
        zip(terms.installments, installments).map { ($0.id, $1.figures) }
    }
}

extension InstallmentStatement {
    fileprivate var figures: [FigureChange.Figure: FigureChange.Value] {
        var figures: [FigureChange.Figure: FigureChange.Value] = [
            .gross: .money(gross), .deducted: .money(deducted), .recovered: .money(recovered),
            .withheld: .money(withheld), .payable: .money(payable), .paid: .money(paid),
            .outstanding: .money(outstanding), .status: .status(status),
        ]
        figures[.startedOn] = startedOn.map { .day($0) }
        figures[.dueOn] = dueOn.map { .day($0) }
        return figures
    }
}
