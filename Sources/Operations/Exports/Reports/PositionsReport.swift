internal import Postgres
internal import Reports
internal import Storage
internal import Tables
internal import Values

extension Workspace {
    private static let positionsAtOnce = 1000

    /// The work list as a report: the figures of today, from the projections.
    func positionsReport(
        _ order: ReportOrder, _ scope: BuyerScope, _ authority: Authority
    ) async throws(OperationError) -> Report {
        try await refresh()
        let (database, form) = (database, PositionRow.form(asOf: effects.today))
        let notes = [TableNote.asOf(effects.today), .writtenAt(effects.now())]
        return report(form.head(notes: notes), order, authority) { take in
            var mark: PositionMark?
            while true {
                let query = ListedPosition.page(scope, PositionFilter(), after: mark, limit: Self.positionsAtOnce)
                let page = try await mappingErrors { try await database.query(query).map(ListedPosition.init) }
                if !page.isEmpty { try await take(page.map { form.cells(of: PositionRow($0)) }) }
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
