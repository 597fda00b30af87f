internal import Audit
internal import Payables
internal import Reperformance
internal import Reports
internal import Storage
internal import Tables
internal import Values

extension Workspace {
    /// Prepares a report over the contracts that the caller sees, and writes into the journal of the office that it was
    /// exported. Throws ``OperationError/unknownContract(number:)`` for one that the caller may not read.
    public func report(_ order: ReportOrder, by caller: Caller = .console) async throws(OperationError) -> Report {
        let (authority, scope) = try await scope(
            "export-report", order.kind.permission, by: caller, department: order.choice.department)
        try await recordExport("report \(order.kind.rawValue)", order.choice.words, by: authority)
        if order.kind == .positions { return try await positionsReport(order, scope, authority) }
        return try await mappingErrors {
            let source = ReportSource(
                contracts: ContractPages(
                    database: database, numbers: try await contracts(order.choice, scope)),
                calendars: try await calendarVersions(), asOf: order.asOf ?? effects.today,
                knownAt: order.knownAt ?? effects.now(), order: order)
            let notes = try await notes(source)
            return try await report(source, notes, authority)
        }
    }

    /// The numbers of the chosen contracts, in order.
    func contracts(_ choice: ContractChoice, _ scope: BuyerScope) async throws -> [String] {
        var wanted = ExportedContracts(scope: scope)
        wanted.numbers = choice.numbers
        let found = try await database.contracts(wanted, inLogOf: nil)
        if let missing = choice.numbers?.first(where: { !found.contains($0) }) {
            throw OperationError.unknownContract(number: missing)
        }
        return found
    }

    /// What every report says above its rows, the newest checkpoint of the log among it: whoever gets the report
    /// becomes a witness.
    private func notes(_ source: ReportSource) async throws -> [TableNote] {
        var notes = [TableNote.asOf(source.asOf)]
        if let moment = source.order.knownAt { notes.append(.knownAt(moment)) }
        notes.append(.scope(source.order.choice.wording))
        notes.append(.writtenAt(effects.now()))
        if let checkpoint = try await newestCheckpoint() {
            notes.append(.checkpoint(size: checkpoint.size, root: checkpoint.root.description))
        }
        return notes
    }

    private func report(
        _ source: ReportSource, _ notes: [TableNote], _ authority: Authority
    ) async throws -> Report {
        switch source.order.kind {
        case .payments:
            return make(PaymentRow.form, notes, source, authority) { journal throws(ReperformanceError) in
                try source.payments(journal)
            }
        case .ledger:
            return make(LedgerRow.form, notes, source, authority) { journal throws(ReperformanceError) in
                try source.statement(journal).map { LedgerRow.rows(of: $0) } ?? []
            }
        case .deductions:
            return make(DeductionRow.form, notes + [DeductionRow.note], source, authority) {
                journal throws(ReperformanceError) in
                try source.statement(journal).map { DeductionRow.rows(of: $0) } ?? []
            }
        case .exceptions: return try await exceptions(source, notes, authority)
        case .sample: return try await sample(source, notes, authority)
        case .changes, .entriesBetween: return try await changes(source, notes, authority)
        case .positions: throw OperationError.notAllowed
        }
    }

    /// A report whose rows come from one contract after the other.
    private func make<Row>(
        _ form: TableForm<Row>, _ notes: [TableNote], _ source: ReportSource, _ authority: Authority,
        _ rows: @escaping @Sendable (ContractJournal) throws(ReperformanceError) -> [Row]
    ) -> Report {
        report(form.head(notes: notes), source.order, authority) { take in
            try await source.contracts.forEach { journals in
                var cells: [[Cell]] = []
                for journal in journals { cells += try rows(journal).map { form.cells(of: $0) } }
                if !cells.isEmpty { try await take(cells) }
            }
        }
    }

    func report(
        _ head: TableHead, _ order: ReportOrder, _ authority: Authority,
        _ rows: nonisolated(nonsending) @escaping @Sendable (Report.Take) async throws -> Void
    ) -> Report {
        Report(
            order: order, head: head, rows: rows, author: authority.name, writtenAt: effects.now(),
            temporaryDirectory: effects.temporaryDirectory)
    }
}

/// What the rows of a report are computed from.
struct ReportSource: Sendable {
    let contracts: ContractPages
    let calendars: [CalendarVersion]
    let asOf: CalendarDay
    let knownAt: Instant
    let order: ReportOrder

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

extension ContractChoice {
    fileprivate var wording: Wording {
        switch self {
        case .all: Wording("全部可见合同", "All contracts that the caller sees")
        case .department(let name): Wording(name, name)
        case .contracts(let numbers):
            Wording(numbers.joined(separator: "、"), numbers.joined(separator: ", "))
        }
    }
}
