public import Payables
public import Postgres
internal import Values

extension Session {
    /// The next payments behind one that was listed, soonest first, those without a date last; from the start for nil.
    public func nextPayments(after last: NextPayment?, limit: Int) async throws -> [NextPayment] {
        let day = last.map { $0.dueOn?.daysSince1970 ?? .max } ?? .min
        let page = Self.nextPageStatement(.date(days: day), .text(last?.contract ?? ""), .int64(Int64(limit)))
        return try await query(page).map { row throws(PostgresError) in
            NextPayment(
                contract: try row.text(0), title: try row.text(1), supplier: try row.text(2),
                installment: try row.text(3), label: try row.text(4), status: try row.text(5),
                amount: Money(fen: try row.int64(6)),
                dueOn: try row.daysIfAny(7).flatMap { CalendarDay(daysSince1970: Int($0)) },
                blockedBy: try row.textArray(8).compactMap { $0 })
        }
    }

    /// Read from the index contract_next_payment alone; a test looks at the plan.
    package static let nextPageStatement: Postgres.Statement = """
        SELECT number, title, supplier, next_installment, next_label, next_status, next_amount_fen, next_due_on, next_blocked_by
        FROM contract
        WHERE next_installment IS NOT NULL AND (coalesce(next_due_on, 'infinity'::date), number) > ($1::date, $2)
        ORDER BY coalesce(next_due_on, 'infinity'::date), number LIMIT $3
        """
}
