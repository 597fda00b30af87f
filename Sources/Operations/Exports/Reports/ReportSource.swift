internal import Audit
internal import Payables
internal import Reperformance
internal import Reports
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

    /// The payments of a contract up to the day, from what was known.
    func payments(_ journal: ContractJournal) throws(ReperformanceError) -> [PaymentRow] {
        guard let known = journal.known(at: knownAt) else { return [] }
        var recomputation = Recomputation(known, calendars)
        return try PaymentRow.rows(&recomputation, asOf: asOf)
    }
}
