internal import Audit
internal import Bundles
internal import Contracts
internal import Documents
internal import Payables
internal import Postgres
internal import Reperformance
internal import Requests
internal import Storage
public import Values

/// A document that is printed: a PDF on A4.
public struct PrintedPaper: Equatable, Sendable {
    public let fileName: String
    /// The PDF.
    public let bytes: [UInt8]
}

extension Workspace {
    /// The approval form of a payment request (付款审批单): on the statement that the request rests on, which is computed
    /// again from the journal. That it was printed stands in the journal of the office.
    public func paymentForm(
        of request: String, by caller: Caller = .console
    ) async throws(OperationError) -> PrintedPaper {
        let (authority, stored, answer) = try await readingContract("print-form", .request(request), by: caller) {
            authority, stored in
            (authority, stored, try ledger(of: stored)[request])
        }
        try await recordExport("payment form", request, by: authority)
        return try await mappingErrors {
            guard let answer, let pinned = stored.journal.pinnedClaims.last(where: { $0.request == request })
            else {
                throw OperationError.unknownRequest
            }
            var recomputation = Recomputation(stored.journal, try await calendarVersions())
            let statement = try recomputation.outcome(of: pinned).statement
            var surroundings = PaymentForm.Surroundings(printedAt: effects.now())
            surroundings.checkpoint = try await newestCheckpoint().map { LogCheckpoint($0) }
            surroundings.payee = try await payee(statement.terms, for: authority)
            surroundings.people = try await database.displayNames(of: answer.steps.map(\.by))
            surroundings.files = try await fileNames(in: stored.journal)
            guard let form = PaymentForm(of: answer, on: statement, with: surroundings) else {
                throw OperationError.uncomputable
            }
            let bytes = try await offThePool { () throws(PaperError) in try form.pdf() }
            return PrintedPaper(fileName: "payment-form-\(request).pdf", bytes: bytes)
        }
    }

    /// The statement of a contract with the reason of every figure.
    public func statementPaper(
        of contract: String, asOf day: CalendarDay? = nil, knownAt moment: Instant? = nil, in language: Language,
        by caller: Caller = .console
    ) async throws(OperationError) -> PrintedPaper {
        let (outcome, day) = try await outcome(
            of: contract, "statement paper", asOf: day, knownAt: moment, by: caller)
        return try await mappingErrors {
            let paper = StatementPaper(
                outcome.statement, hash: ContentHash(of: outcome.json).description,
                checkpoint: try await newestCheckpoint().map { LogCheckpoint($0) }, printedAt: effects.now(),
                in: language)
            let bytes = try await offThePool { () throws(PaperError) in try paper.pdf() }
            return PrintedPaper(fileName: "statement-\(contract)-\(day).pdf", bytes: bytes)
        }
    }

    /// The notice of an assessment to the supplier (考核结果通知书). Throws ``ReportRefusal/noResult`` where the
    /// assessment has no result on the day.
    public func assessmentNotice(
        of assessment: String, of contract: String, asOf day: CalendarDay? = nil, in language: Language,
        by caller: Caller = .console
    ) async throws(OperationError) -> PrintedPaper {
        let (outcome, day) = try await outcome(
            of: contract, "assessment notice \(assessment)", asOf: day, knownAt: nil, by: caller)
        return try await mappingErrors {
            let notice = AssessmentNotice(
                of: assessment, on: outcome.statement, printedAt: effects.now(), in: language)
            guard let notice else { throw ReportRefusal.noResult }
            let bytes = try await offThePool { () throws(PaperError) in try notice.pdf() }
            return PrintedPaper(fileName: "notice-\(contract)-\(assessment)-\(day).pdf", bytes: bytes)
        }
    }

    /// A contract computed for a day from what was known at a moment.
    private func outcome(
        of contract: String, _ what: String, asOf day: CalendarDay?, knownAt moment: Instant?, by caller: Caller
    ) async throws(OperationError) -> (Recomputation.Outcome, CalendarDay) {
        let (authority, journal) = try await readingContract("print-paper", .contract(contract), by: caller) {
            authority, stored in
            (authority, stored.journal)
        }
        try await recordExport(what, contract, by: authority)
        return try await mappingErrors {
            let (day, moment) = (day ?? effects.today, moment ?? effects.now())
            guard let known = journal.known(at: moment) else { throw OperationError.notKnownThen(number: contract) }
            var recomputation = Recomputation(known, try await calendarVersions())
            return (
                try recomputation.outcome(entries: known.entries.count, asOf: day, knownAt: moment), day
            )
        }
    }

    private func payee(_ terms: Contract, for authority: Authority) async throws -> PaymentForm.Payee? {
        try await accounts(of: terms, for: authority)?.inForce(at: effects.now()).map { change in
            PaymentForm.Payee(
                holder: change.account.holder, bank: change.account.bank, number: change.account.number)
        }
    }

    private func fileNames(in journal: ContractJournal) async throws -> [String: String] {
        let hashes = Array(journal.namedDocuments.keys)
        if hashes.isEmpty { return [:] }
        var answers = try await database.unit(StoredDocument.queries(hashes))
        return Dictionary(
            try StoredDocument.read(&answers).compactMap { stored in
                stored.holdings.first.map { (stored.hash.description, $0.name) }
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension LogCheckpoint {
    fileprivate init(_ checkpoint: Checkpoint) {
        self.init(origin: checkpoint.origin, size: checkpoint.size, root: checkpoint.root.base64)
    }
}
