internal import Postgres
internal import Reports
internal import Storage
internal import Tables
internal import Values

extension Workspace {
    private static let positionsAtOnce = 1000

    /// The work list as a report: the figures of today, from the projections. Throws ``ReportRefusal/onlyToday`` for
    /// another day or moment.
    func positions(_ draft: ReportDraft) async throws -> Report {
        let order = draft.order
        guard order.knownAt == nil, (order.asOf ?? effects.today) == effects.today else {
            throw ReportRefusal.onlyToday
        }
        let chosen = order.choice.numbers.map(Set.init)
        try await refresh()
        let (database, form) = (database, PositionRow.form(asOf: effects.today))
        return report(draft, form) { take in
            var mark: PositionMark?
            while true {
                let query = ListedPosition.page(
                    draft.scope, PositionFilter(), after: mark, limit: Self.positionsAtOnce)
                let page = try await mappingErrors { try await database.query(query).map(ListedPosition.init) }
                let rows = page.filter { chosen?.contains($0.contract) ?? true }
                if !rows.isEmpty { try await take(rows.map { form.cells(of: PositionRow($0)) }) }
                guard page.count == Self.positionsAtOnce, let last = page.last else { return }
                mark = last.mark
            }
        }
    }
}

extension PositionRow {
    init(_ listed: ListedPosition) {
        self.init(
            contract: listed.contract, title: listed.title, buyer: listed.buyer, supplier: listed.supplier,
            label: listed.label, status: listed.status, payable: listed.payable, paid: listed.paid,
            outstanding: listed.outstanding, held: listed.held, startedOn: listed.startedOn, dueOn: listed.dueOn,
            blockedBy: listed.blockedBy)
    }
}
