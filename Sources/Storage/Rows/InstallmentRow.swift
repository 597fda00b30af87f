internal import Contracts
internal import Payables
internal import Postgres
internal import Requests
internal import Values

/// The row of an installment: what a statement says of it. A class, since every column is taken of a copy of the row.
final class InstallmentRow: Sendable {
    let contract: String
    let position: Int
    let installment: Installment
    let buyer: String
    let figures: InstallmentStatement
    /// The due date, or a day before which there cannot be one.
    let expectedOn: CalendarDay?
    /// What it waits for first.
    let blocker: Blocker?
    /// Held by open payment requests.
    let held: Money

    init(
        contract: String, position: Int, installment: Installment, buyer: String, figures: InstallmentStatement,
        expectedOn: CalendarDay?, blocker: Blocker?, held: Money
    ) {
        self.contract = contract
        self.position = position
        self.installment = installment
        self.buyer = buyer
        self.figures = figures
        self.expectedOn = expectedOn
        self.blocker = blocker
        self.held = held
    }

    /// The installments of a statement, in schedule order.
    static func rows(
        _ contract: String, _ statement: Payables.Statement, _ ledger: RequestLedger
    ) throws(Overflow) -> [InstallmentRow] {
        var rows: [InstallmentRow] = []
        let terms = statement.terms
        for (position, figures) in statement.installments.enumerated() {
            let installment = terms.installments[position]
            rows.append(
                InstallmentRow(
                    contract: contract, position: position, installment: installment, buyer: terms.buyer,
                    figures: figures, expectedOn: statement.expectedOn(position),
                    blocker: statement.blocker(of: position), held: try ledger.held(on: installment.id)))
        }
        return rows
    }
}

extension InstallmentRow {
    static let table = Table<InstallmentRow>(
        "installment_position", key: 2,
        [
            Column("contract", .text) { .text($0.contract) },
            Column("installment", .text) { .text($0.installment.id) },
            Column("position", .integer) { .int64(Int64($0.position)) },
            Column("buyer", .text) { .text($0.buyer) },
            Column("label", .text) { .text($0.installment.label) },
            Column("kind", .text) { .text($0.installment.kind.rawValue) },
            Column("gross_fen", .bigint) { .money($0.figures.gross) },
            Column("deducted_fen", .bigint) { .money($0.figures.deducted) },
            Column("recovered_fen", .bigint) { .money($0.figures.recovered) },
            Column("withheld_fen", .bigint) { .money($0.figures.withheld) },
            Column("payable_fen", .bigint) { .money($0.figures.payable) },
            Column("paid_fen", .bigint) { .money($0.figures.paid) },
            Column("outstanding_fen", .bigint) { .money($0.figures.outstanding) },
            Column("overpaid_fen", .bigint) { .money($0.figures.overpaid) },
            Column("in_flight_fen", .bigint) { .money($0.held) },
            Column("status", .text) { .text($0.figures.status.rawValue) },
            Column("started_on", .date) { .day($0.figures.startedOn) },
            Column("due_on", .date) { .day($0.figures.dueOn) },
            Column("expected_on", .date) { .day($0.expectedOn) },
            Column("blocker", .text) { .text($0.blocker?.rawValue) },
            Column("blocked_by", .names) { .names($0.figures.blockedBy($0.installment)) },
        ])
}
