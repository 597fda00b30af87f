internal import Payables
internal import Postgres
internal import Storage
internal import Values

extension Workspace {
    /// The work desk of the caller over all contracts that they see, or those of one department: in one pipeline of
    /// always the same statements, each answered from an index, however many contracts there are.
    public func desk(department: String? = nil, by caller: Caller) async throws(OperationError) -> Desk {
        let days = DeskDays(effects.today)
        return try await readingList("read-desk", by: caller, department: department) { authority, scope in
            let queries = DeskQueries(scope, today: days.today, limit: Desk.length)
            let waiting = RequestFilter(waitingFor: authority.waiting)
            let home = department == nil ? authority.home : scope
            return [
                ListedRequest.total(home, waiting), ListedRequest.page(home, waiting, after: nil, limit: Desk.length),
                queries.payable, queries.overdue(ofSmallSuppliers: true), queries.overdue(ofSmallSuppliers: false),
                queries.dueTotal(from: days.today, to: days.later(Desk.soon)),
                queries.due(from: days.today, to: days.later(Desk.soon)),
                queries.blocked, queries.firstBlocked(by: Blocker.allCases.map(\.rawValue)),
                queries.releaseTotal(until: days.later(Desk.releaseDays)),
                queries.releases(until: days.later(Desk.releaseDays)),
                queries.held, queries.cash(days.monthEnds), queries.planned(days.yearStarts),
                queries.paid(days.yearStarts),
            ]
        } _: { answers in
            var reader = DeskReader(days: days)
            return try reader.desk(&answers)
        }
    }
}

/// Takes the answers of the desk's statements in their order.
private struct DeskReader {
    let days: DeskDays

    mutating func desk(_ answers: inout UnitResult) throws -> Desk {
        let waiting = Desk.Pile(
            total: try groups(&answers)["waiting"] ?? .none, first: try answers.next().map(ListedRequest.init))
        let payable = try groups(&answers)
        let overdue = try self.overdue(payable, &answers)
        let dueSoon = try pile("due", &answers)
        let blocked = try self.blocked(&answers)
        let releases = try pile("release", &answers)
        let held = try groups(&answers)["held"] ?? .none
        let (cash, outstanding) = try cash(&answers, overdue: payable["overdue"]?.sum ?? .zero)
        let execution = try self.execution(planned: try groups(&answers), paid: try groups(&answers))
        let due = payable["due"]?.sum ?? .zero
        let sums = Desk.Sums(
            payableNow: try due + (payable["overdue"]?.sum ?? .zero), outstanding: outstanding,
            paidThisYear: execution.total.paid, held: held.sum)
        return Desk(
            asOf: days.today, waiting: waiting, overdue: overdue, dueSoon: dueSoon, blocked: blocked,
            releases: releases, sums: sums, execution: execution, cash: cash)
    }

    private func groups(_ answers: inout UnitResult) throws -> [String: DeskTotal] {
        let groups = try answers.next().map(DeskGroup.init)
        return Dictionary(groups.map { ($0.name, $0.total) }) { first, _ in first }
    }

    private func pile(_ name: String, _ answers: inout UnitResult) throws -> Desk.Pile<ListedPosition> {
        let total = try groups(&answers)[name] ?? .none
        return Desk.Pile(total: total, first: try answers.next().map(ListedPosition.init))
    }

    private func overdue(_ payable: [String: DeskTotal], _ answers: inout UnitResult) throws -> Desk.Overdue {
        let small = payable["small"] ?? .none
        let others = try (payable["overdue"] ?? .none).without(small)
        return Desk.Overdue(
            ofSmallSuppliers: Desk.Pile(total: small, first: try answers.next().map(ListedPosition.init)),
            ofOthers: Desk.Pile(total: others, first: try answers.next().map(ListedPosition.init)))
    }

    private func blocked(_ answers: inout UnitResult) throws -> [Desk.Blocked] {
        let totals = try groups(&answers)
        let first = Dictionary(grouping: try answers.next().map(ListedPosition.init), by: \.blocker)
        return Blocker.allCases.compactMap { blocker in
            totals[blocker.rawValue].map {
                Desk.Blocked(blocker: blocker, pile: Desk.Pile(total: $0, first: first[blocker] ?? []))
            }
        }
    }

    /// What is expected in a month that began before today stands in the first: it cannot come earlier any more.
    private func cash(
        _ answers: inout UnitResult, overdue: Money
    ) throws -> (need: CashNeed, outstanding: Money) {
        let groups = try groups(&answers)
        let months = try days.months.enumerated().map { index, month in
            let sum = groups["\(index)"]?.sum ?? .zero
            return index == 0
                ? CashNeed.Month(month: month, overdue: overdue, expected: try sum - overdue)
                : CashNeed.Month(month: month, expected: sum)
        }
        var outstanding = Money.zero
        for total in groups.values { try outstanding += total.sum }
        let need = CashNeed(
            months: months, later: groups["later"]?.sum ?? .zero, undated: groups["undated"]?.sum ?? .zero)
        return (need, outstanding)
    }

    private func execution(planned: [String: DeskTotal], paid: [String: DeskTotal]) throws -> YearExecution {
        let months = (0..<12).map { index in
            YearExecution.Month(
                planned: planned["\(index)"]?.sum ?? .zero, paid: paid["\(index)"]?.sum ?? .zero)
        }
        return try YearExecution(year: days.today.year, asOf: days.today, months: months)
    }
}
