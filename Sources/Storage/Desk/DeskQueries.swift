public import Postgres
public import Values

/// The statements of the work desk over the contracts of a scope. Each is answered from an index of migration m0047; a
/// test looks at the plans. Groups come as ``DeskGroup``, installments as ``ListedPosition``.
public struct DeskQueries: Sendable {
    let scope: BuyerScope
    let today: CalendarDay
    /// How many installments each list begins with.
    let limit: Int

    /// Takes all as given.
    public init(_ scope: BuyerScope, today: CalendarDay, limit: Int) {
        self.scope = scope
        self.today = today
        self.limit = limit
    }

    /// Count and sum of what is `due` and what is `overdue`, and as `small` of the overdue of small suppliers.
    public var payable: Query { Self.payable.query(scope, []) }

    /// The first overdue installments, of small suppliers or of all others.
    public func overdue(ofSmallSuppliers isSmall: Bool) -> Query {
        (isSmall ? Self.overdueSmall : Self.overdueOthers).query(scope, [.int64(Int64(limit))])
    }

    /// Count and sum of what is open and due from one day to another, as `due`.
    public func dueTotal(from first: CalendarDay, to last: CalendarDay) -> Query {
        Self.dueTotal.query(scope, [.day(first), .day(last)])
    }

    /// The first installments of it.
    public func due(from first: CalendarDay, to last: CalendarDay) -> Query {
        Self.due.query(scope, [.day(first), .day(last), .int64(Int64(limit))])
    }

    /// Count and sum by what blocks.
    public var blocked: Query { Self.blocked.query(scope, []) }

    /// The first installments of everything that blocks, in the order of what blocks and then of days.
    public func firstBlocked(by names: [String]) -> Query {
        Self.firstBlocked.query(scope, [.textArray(names), .int64(Int64(limit))])
    }

    /// Count and sum of holdbacks to be released until a day, as `release`, also those that could have been before.
    public func releaseTotal(until last: CalendarDay) -> Query { Self.releaseTotal.query(scope, [.day(last)]) }

    /// The first installments of it.
    public func releases(until last: CalendarDay) -> Query {
        Self.releases.query(scope, [.day(last), .int64(Int64(limit))])
    }

    /// Count and sum of what requests hold, as `held`.
    public var held: Query { Self.held.query(scope, []) }

    /// Outstanding by expected day: the first of the days ends the group `0`, each next one the following group;
    /// what comes behind the last is `later`, what has no day `undated`.
    public func cash(_ ends: [CalendarDay]) -> Query {
        Self.cash.query(scope, [.dateArray(ends.map(\.daysSince1970))])
    }

    /// Payable by expected day, in groups that the days begin, up to the last of them.
    public func planned(_ starts: [CalendarDay]) -> Query {
        Self.planned.query(scope, [.dateArray(starts.map(\.daysSince1970))])
    }

    /// Payments less returns by the day of payment, in the same groups.
    public func paid(_ starts: [CalendarDay]) -> Query {
        Self.paid.query(scope, [.dateArray(starts.map(\.daysSince1970))])
    }
}
