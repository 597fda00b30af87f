internal import Audit
internal import Contracts
internal import Examination
internal import Payables
internal import Postgres
internal import Reperformance
internal import Reports
internal import Requests
internal import Storage
internal import Tables
internal import Values

extension Workspace {
    /// Findings contract by contract, then those across contracts.
    func exceptions(_ draft: ReportDraft, _ source: ReportSource) async throws -> Report {
        let surroundings = AuditSurroundings(database: database, attempts: try await refusedAttempts())
        let parameters = ExaminationParameters(draft.order)
        let form = TableForm<AuditFinding>.exceptions
        return report(draft, form) { take in
            var summaries: [ExaminationSummary] = []
            try await source.contracts.forEach { journals in
                let known = journals.compactMap { $0.known(at: source.knownAt) }
                let contracts = try await surroundings.contracts(known, source)
                var cells: [[Cell]] = []
                for contract in contracts {
                    let (findings, summary) = examine(contract, parameters)
                    cells += findings.map { form.cells(of: $0) }
                    summary.map { summaries.append($0) }
                }
                if !cells.isEmpty { try await take(cells) }
            }
            let across = examineAcross(summaries, parameters)
            if !across.isEmpty { try await take(across.map { form.cells(of: $0) }) }
        }
    }

    /// Draws a sample of the payments between two days. Throws `SamplingError`.
    func sample(_ draft: ReportDraft, _ source: ReportSource) async throws -> Report {
        let order = draft.order
        var units: [SamplingUnit] = []
        try await source.contracts.forEach { journals in
            for journal in journals {
                guard let known = journal.known(at: source.knownAt) else { continue }
                let contract = ExaminedContract(known, calendars: source.calendars, asOf: source.asOf)
                units += try SamplingUnit.units(
                    of: contract, from: order.from ?? .first, to: order.until ?? source.asOf)
            }
        }
        let sample = try MonetarySample(of: units, .hits(order.hits), seed: order.seed)
        let form = TableForm<MonetarySample.Selection>.sample
        var noted = draft
        noted.notes += sample.notes
        return report(noted, form) { take in
            try await take(sample.selections.map { form.cells(of: $0) })
        }
    }

    /// What changed of one contract between two views.
    func changes(_ draft: ReportDraft, _ source: ReportSource) async throws -> Report {
        let order = draft.order
        guard source.contracts.numbers.count == 1, let day = order.from else {
            throw OperationError.report(.oneContractAndADay)
        }
        let before = ContractChanges.View(
            asOf: day, knownAt: order.knownBefore ?? Instant("\(day)T23:59:59.999999+08:00") ?? source.knownAt)
        let after = ContractChanges.View(asOf: source.asOf, knownAt: source.knownAt)
        var found: ContractChanges?
        try await source.contracts.forEach { journals in
            for journal in journals {
                found = try ContractChanges(of: journal, source.calendars, from: before, to: after)
            }
        }
        let (changes, entries) = (found?.changes ?? [], found?.entries ?? [])
        let since = draft.noting(.since(before.asOf, before.knownAt))
        if order.kind == .changes {
            let form = TableForm<FigureChange>.changes
            return report(since, form) { take in
                try await take(changes.map { form.cells(of: $0) })
            }
        }
        let form = TableForm<ContractChanges.EntryBetween>.entriesBetween
        return report(since, form) { take in
            try await take(entries.map { form.cells(of: $0) })
        }
    }

    /// Steps of payment requests that were refused, by the request; from the access log.
    private func refusedAttempts() async throws -> [String: [RefusedAttempt]] {
        try await database.refusedAttempts().reduce(into: [:]) { attempts, entry in
            guard let refusal = RequestRefusal(rawValue: entry.detail) else { return }
            attempts[entry.subject, default: []].append(
                RefusedAttempt(
                    at: Instant(microseconds: entry.at), by: entry.actor, request: entry.subject, refusal: refusal))
        }
    }
}

/// What stands elsewhere about contracts that are examined.
struct AuditSurroundings: Sendable {
    let database: Database
    /// By the id of the payment request.
    let attempts: [String: [RefusedAttempt]]

    /// Contracts with what stands elsewhere about them; the bank accounts that their departments have of all their
    /// suppliers come in one query, and so do their scales. Of a contract that cannot be computed none are looked up:
    /// the rules say so.
    func contracts(_ journals: [ContractJournal], _ source: ReportSource) async throws -> [ExaminedContract] {
        let statements = journals.map { (try? source.statement($0)) ?? nil }
        let parties = statements.map { (supplier: $0?.terms.supplier ?? "", buyer: $0?.terms.buyer ?? "") }
        let stored = try await mappingErrors { try await database.bankAccountChanges(of: parties) }
        let scales = try await source.scales(statements, database)
        return zip(zip(journals, stored), scales).map { found, scale in
            let (journal, changes) = found
            var contract = ExaminedContract(journal, calendars: source.calendars, asOf: source.asOf)
            contract.refusedAttempts = Set(journal.requestSteps.map(\.event.request)).sorted().flatMap {
                attempts[$0] ?? []
            }
            contract.accounts = changes.accounts
            contract.isSmallSupplier = scale.isSmallOrMedium
            return contract
        }
    }
}

extension [StoredBankAccountChange] {
    /// Those of one department that were ever in force, each until the next one was.
    fileprivate var accounts: [SupplierAccount] {
        let inForce = compactMap { change -> (change: StoredBankAccountChange, from: Int64)? in
            guard let last = change.decisions.last, last.decision == BankAccountDecision.confirmed.rawValue else {
                return nil
            }
            return (change, last.effectiveAt ?? last.decidedAt)
        }
        let ends = inForce.dropFirst().map { Instant(microseconds: $0.from) } + [nil]
        return zip(inForce, ends).map { account, end in
            SupplierAccount(
                holder: account.change.holder, number: BankAccount.masking(account.change.accountNumber),
                inForceFrom: Instant(microseconds: account.from), inForceUntil: end)
        }
    }
}

extension ExaminationParameters {
    fileprivate init(_ order: ReportOrder) {
        self.init()
        if let threshold = order.tenderThreshold { tenderThreshold = threshold }
    }
}
