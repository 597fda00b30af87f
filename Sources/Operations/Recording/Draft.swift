internal import Audit
internal import Contracts
internal import JSON
internal import Payables
internal import Storage
internal import Values

/// What a decision to record comes to: pure, made before anything is written.
struct Draft: Sendable {
    /// The journal with the new entries.
    let journal: ContractJournal
    /// The new entries with all that follows from them.
    let write: ContractWrite
}

/// What is the same for everything recorded in one go.
struct DraftContext: Sendable {
    let origin: EntryOrigin
    let now: Instant
    let today: CalendarDay
    let user: String
    let holidays: HolidayTable
    /// Key of the caller's for the one entry; nil for none.
    var idempotencyKey: String?
}

extension Draft {
    /// Registers a contract with its history. Throws ``Problems``, or the conflicts as ``OperationError``.
    init(registering submission: Submission, _ context: DraftContext, with parser: inout JSONParser) throws {
        let statement = try Self.statement(submission.dossier, context, with: &parser)
        let registration = SealedEntry(
            JournalEntry(
                contract: submission.number, number: 1, kind: .registered, origin: context.origin,
                recordedAt: context.now, recordedBy: context.user, occurredOn: statement.dossier.contract.signedOn,
                payload: submission.registration, previous: .none))
        try self.init(
            ContractJournal(registration: registration), new: submission.facts, hasRegistration: true, statement,
            context)
        try refuseFailingLater(submission.facts.count, context, with: &parser)
    }

    /// Adds facts to a journal. Throws as above, with pointers into the journal's dossier.
    init(
        adding facts: [SubmittedFact], to journal: ContractJournal, _ context: DraftContext,
        with parser: inout JSONParser
    ) throws {
        let bytes = journal.dossier(asOf: context.today, further: facts.map(\.payload))
        let statement = try Self.statement(bytes, context, with: &parser)
        try self.init(journal, new: facts, hasRegistration: false, statement, context)
        try refuseFailingLater(facts.count, context, with: &parser)
    }

    private init(
        _ start: ContractJournal, new facts: [SubmittedFact], hasRegistration: Bool, _ statement: Statement,
        _ context: DraftContext
    ) throws {
        let conflicts = Conflict.unstorable(statement.dossier)
        guard conflicts.isEmpty else { throw OperationError.conflicting(conflicts) }
        var journal = start
        for (fact, read) in zip(facts, statement.dossier.facts.suffix(facts.count)) {
            journal.append(
                .fact(read.kind.name, id: read.id), payload: fact.payload, occurredOn: read.on, origin: context.origin,
                at: context.now, by: context.user)
        }
        self.journal = journal
        let rows = journal.entries.suffix(facts.count + (hasRegistration ? 1 : 0))
            .map { JournalRow($0, idempotencyKey: context.idempotencyKey) }
        write = ContractWrite(entries: rows, projection: Projection(journal, statement))
    }

    /// A fact dated ahead must not break the dossier when its day comes.
    private func refuseFailingLater(
        _ count: Int, _ context: DraftContext, with parser: inout JSONParser
    ) throws(Problems) {
        let last = journal.entries.map(\.entry.occurredOn).max() ?? context.today
        guard last > context.today, count > 0 else { return }
        _ = try Self.statement(journal.dossier(asOf: last), context, with: &parser)
    }

    private static func statement(
        _ dossier: [UInt8], _ context: DraftContext, with parser: inout JSONParser
    ) throws(Problems) -> Statement {
        try Payables.statement(of: Dossier.reading(dossier, with: &parser, context.holidays))
    }
}

extension Dossier {
    /// Reads an array of bytes with a parser that keeps its memory.
    static func reading(
        _ bytes: [UInt8], with parser: inout JSONParser, _ holidays: HolidayTable
    ) throws(Problems) -> Dossier {
        let outcome = bytes.withUnsafeBufferPointer { buffer -> Result<Dossier, Problems> in
            do throws(Problems) { return .success(try read(buffer, with: &parser, chineseHolidays: holidays)) } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }
}
