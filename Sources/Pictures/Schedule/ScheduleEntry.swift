import Contracts
import Payables
import Values

/// The days of one installment that its line shows.
struct ScheduleEntry {
    let label: String
    let status: InstallmentStatement.Status
    /// The status, with days overdue.
    let statusText: String
    /// Named by the schedule itself.
    let plannedOn: CalendarDay?
    let startedOn: CalendarDay?
    let dueOn: CalendarDay?
    /// Days of payments, the last of them last; returns are left out.
    let paidOn: [CalendarDay]
    let payable: Money
    let paid: Money
    /// Kept back of this installment for a holdback.
    let withheld: Money
    /// Whether the installment is itself the release of what was held back.
    let isHoldback: Bool

    /// One for each installment of a statement.
    static func all(of statement: Statement, _ language: Language) -> [ScheduleEntry] {
        zip(statement.terms.installments, statement.installments).enumerated().map { position, pair in
            let (installment, row) = pair
            let payments = statement.dossier.standing.ledgers[position].payments
            return ScheduleEntry(
                label: installment.label, status: row.status, statusText: row.statusSentence(in: language),
                plannedOn: statement.plannedOn(position), startedOn: row.startedOn, dueOn: row.dueOn,
                paidOn: payments.filter { $0.amount > .zero }.map(\.on), payable: row.payable, paid: row.paid,
                withheld: row.withheld, isHoldback: installment.kind == .holdback)
        }
    }

    var days: [CalendarDay] { [plannedOn, startedOn, dueOn].compactMap(\.self) + paidOn }
}
