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
        return try await mappingErrors {
            let draft = ReportDraft(order: order, scope: scope, notes: try await notes(order), author: authority.name)
            let source = ReportSource(
                contracts: ContractPages(database: database, numbers: try await contracts(order.choice, scope)),
                calendars: try await calendarVersions(), asOf: order.asOf ?? effects.today,
                knownAt: order.knownAt ?? effects.now())
            return try await report(draft, source)
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
    private func notes(_ order: ReportOrder) async throws -> [TableNote] {
        var notes = [TableNote.asOf(order.asOf ?? effects.today)]
        if let moment = order.knownAt { notes.append(.knownAt(moment)) }
        notes.append(.scope(order.choice.wording))
        notes.append(.writtenAt(effects.now()))
        if let checkpoint = try await newestCheckpoint() {
            notes.append(.checkpoint(size: checkpoint.size, root: checkpoint.root.description))
        }
        return notes
    }

    private func report(_ draft: ReportDraft, _ source: ReportSource) async throws -> Report {
        switch draft.order.kind {
        case .contracts: return try await contractList(draft)
        case .positions: return try await positions(draft)
        case .payments:
            return perContract(PaymentRow.form, draft, source) { journal throws(ReperformanceError) in
                try source.payments(journal)
            }
        case .ledger:
            return perContract(LedgerRow.form, draft, source) { journal throws(ReperformanceError) in
                try source.statement(journal).map { LedgerRow.rows(of: $0) } ?? []
            }
        case .deductions:
            return perContract(DeductionRow.form, draft.noting(DeductionRow.note), source) {
                journal throws(ReperformanceError) in
                try source.statement(journal).map { DeductionRow.rows(of: $0) } ?? []
            }
        case .exceptions: return try await exceptions(draft, source)
        case .sample: return try await sample(draft, source)
        case .changes, .entriesBetween: return try await changes(draft, source)
        }
    }

    /// A report whose rows come from one contract after the other.
    private func perContract<Row>(
        _ form: TableForm<Row>, _ draft: ReportDraft, _ source: ReportSource,
        _ rows: @escaping @Sendable (ContractJournal) throws(ReperformanceError) -> [Row]
    ) -> Report {
        report(draft, form) { take in
            try await source.contracts.forEach { journals in
                var cells: [[Cell]] = []
                for journal in journals { cells += try rows(journal).map { form.cells(of: $0) } }
                if !cells.isEmpty { try await take(cells) }
            }
        }
    }

    func report<Row>(
        _ draft: ReportDraft, _ form: TableForm<Row>,
        _ rows: nonisolated(nonsending) @escaping @Sendable (Report.Take) async throws -> Void
    ) -> Report {
        Report(
            order: draft.order, head: form.head(notes: draft.notes), rows: rows, author: draft.author,
            writtenAt: effects.now(), temporaryDirectory: effects.temporaryDirectory)
    }
}

/// What a report has before its rows.
struct ReportDraft: Sendable {
    let order: ReportOrder
    /// What its reader may see.
    let scope: BuyerScope
    var notes: [TableNote]
    /// Name of whoever asked for it.
    let author: String

    /// The same with further notes.
    func noting(_ further: TableNote...) -> ReportDraft {
        var draft = self
        draft.notes += further
        return draft
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
