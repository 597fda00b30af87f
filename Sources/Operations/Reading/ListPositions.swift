internal import Postgres
public import Storage
public import Values

/// A page of the work list.
public struct PositionPage: Sendable {
    public let positions: [ListedPosition]
    /// Of all that the filter lets through, by status; nil behind the first page.
    public let totals: [PositionTotal]?
    /// The day of the figures.
    public let asOf: CalendarDay
}

extension Workspace {
    /// A page of the work list: open installments over all contracts that the caller sees (of one department where one
    /// is named), soonest first, those without a date last.
    public func positions(
        _ filter: PositionFilter = PositionFilter(), department: String? = nil, after mark: PositionMark? = nil,
        limit: Int, by caller: Caller
    ) async throws(OperationError) -> PositionPage {
        let today = effects.today
        return try await readingList("list-positions", by: caller, department: department) { _, scope in
            [ListedPosition.page(scope, filter, after: mark, limit: limit)]
                + (mark == nil ? [ListedPosition.totals(scope, filter)] : [])
        } _: { answers in
            let positions = try answers.next().map(ListedPosition.init)
            let totals = mark == nil ? try answers.next().map(PositionTotal.init) : nil
            return PositionPage(positions: positions, totals: totals, asOf: today)
        }
    }
}
