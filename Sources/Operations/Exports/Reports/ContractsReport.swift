internal import Postgres
internal import Reports
internal import Storage
internal import Tables
internal import Values

extension Workspace {
    private static let contractsAtOnce = 1000

    /// The list of contracts as a report, as it was filtered and in its order: the figures of today, from the
    /// projections. Throws ``ReportRefusal/onlyToday`` for another day or moment.
    func contractList(_ draft: ReportDraft) async throws -> Report {
        let order = draft.order
        guard order.knownAt == nil, (order.asOf ?? effects.today) == effects.today else {
            throw ReportRefusal.onlyToday
        }
        let chosen = order.choice.numbers.map(Set.init)
        try await refresh()
        let (database, form) = (database, ContractListRow.form)
        return report(draft, form) { take in
            var mark: ContractMark?
            while true {
                let query = ListedContract.page(
                    draft.scope, order.filter, in: order.sorting, after: mark, limit: Self.contractsAtOnce)
                let page = try await mappingErrors { try await database.query(query).map(ListedContract.init) }
                let rows = page.filter { chosen?.contains($0.number) ?? true }
                if !rows.isEmpty { try await take(rows.map { form.cells(of: ContractListRow($0)) }) }
                guard page.count == Self.contractsAtOnce, let last = page.last else { return }
                mark = last.mark
            }
        }
    }
}

extension ContractListRow {
    fileprivate init(_ listed: ListedContract) {
        let next = listed.nextLabel.map { label in
            Next(
                label: label, status: listed.nextStatus ?? "", amount: listed.nextAmount ?? .zero,
                dueOn: listed.nextDueOn)
        }
        self.init(
            number: listed.number, title: listed.title, buyer: listed.buyer, supplier: listed.supplier,
            price: listed.price, signedOn: listed.signedOn, paid: listed.paid, payableNow: listed.payableNow,
            outstanding: listed.outstanding, deducted: listed.deducted, next: next)
    }
}
