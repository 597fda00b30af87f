internal import Audit
internal import Contracts
internal import Payables
internal import Postgres
internal import Reperformance
internal import Reports
internal import Storage
internal import Values

/// Contracts as of a day, from what was known at a moment: what the rows of reports are computed from.
struct ReportSource: Sendable {
    let contracts: ContractPages
    let calendars: [CalendarVersion]
    let asOf: CalendarDay
    let knownAt: Instant

    /// The statement of a contract as of the day, from what was known; nil where the contract was not known then.
    func statement(_ journal: ContractJournal) throws(ReperformanceError) -> Payables.Statement? {
        guard let known = journal.known(at: knownAt) else { return nil }
        var recomputation = Recomputation(known, calendars)
        return try recomputation.outcome(entries: known.entries.count, asOf: asOf, knownAt: knownAt).statement
    }

    /// The suppliers' scales at the signing (条例 art. 3), as was known then; unknown for a contract without a statement.
    func scales(
        _ statements: [Payables.Statement?], _ database: Database
    ) async throws -> [SupplierScale] {
        try await database.supplierScales(
            of: statements.map { statement in
                let signed = statement?.dossier.contract
                return (
                    supplier: signed?.supplier ?? "", buyer: statement?.terms.buyer ?? "",
                    signedOn: signed?.signedOn ?? .first
                )
            }, knownAt: knownAt)
    }

    /// The payments of a contract up to the day, from what was known.
    func payments(_ journal: ContractJournal) throws(ReperformanceError) -> [PaymentRow] {
        guard let known = journal.known(at: knownAt) else { return [] }
        var recomputation = Recomputation(known, calendars)
        return try PaymentRow.rows(&recomputation, asOf: asOf)
    }
}
