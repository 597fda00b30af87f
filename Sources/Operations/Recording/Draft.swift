internal import Audit
internal import Contracts
internal import JSON
internal import Payables
internal import Requests
internal import Storage
internal import Values

/// What a decision to record comes to: pure, made before anything is written.
struct Draft: Sendable {
    /// The journal with the new entries.
    let journal: ContractJournal
    /// The new entries with all that follows from them.
    let write: ContractWrite
    /// Number of the entry that carries the command's key; what was recorded with it stands before.
    let keyedEntry: Int
    /// The dossier of the journal, to be kept once it is stored.
    let known: KnownDossier
}

/// What is the same for everything recorded in one go.
struct DraftContext: Sendable {
    let origin: EntryOrigin
    let now: Instant
    let today: CalendarDay
    /// Who records.
    let user: String
    let holidays: HolidayTable
    /// Key of the command that writes, and its hash; nil for none.
    var idempotencyKey: String?
    var commandHash: [UInt8]?
    /// What is known of the contract's dossier; nil where it is read as a whole.
    var known: KnownDossier?
}

extension Draft {
    /// Registers a contract with its history. Throws ``Problems``, or the conflicts as ``OperationError``.
    init(registering submission: Submission, _ context: DraftContext, with parser: inout JSONParser) throws {
        let dossier = try Dossier.reading(submission.dossier, with: &parser, context.holidays)
        let statement = try Payables.statement(of: dossier)
        let registration = SealedEntry(
            JournalEntry(
                contract: submission.number, number: 1, kind: .registered, origin: context.origin,
                recordedAt: context.now, recordedBy: context.user, occurredOn: statement.dossier.contract.signedOn,
                payload: submission.registration, previous: .none))
        try self.init(
            ContractJournal(registration: registration), written: 0, facts: submission.facts, [], statement, context,
            with: &parser)
    }

    /// Adds facts to a journal, and behind them a step of a payment request. Throws as above, with pointers into the
    /// journal's dossier.
    init(
        adding facts: [SubmittedFact], _ step: RequestEvent? = nil, to journal: ContractJournal,
        _ context: DraftContext, with parser: inout JSONParser
    ) throws {
        let dossier = try journal.readDossier(
            context.known, further: facts.map(\.payload), asOf: context.today, context.holidays, with: &parser)
        let statement = try Payables.statement(of: dossier)
        try self.init(
            journal, written: journal.entries.count, facts: facts, step.map { [$0] } ?? [], statement, context,
            with: &parser)
    }

    /// `written` entries of the journal are stored already. Requests whose payable changed become stale in the same
    /// go (api.md, section 2).
    private init(
        _ start: ContractJournal, written: Int, facts: [SubmittedFact], _ steps: [RequestEvent],
        _ statement: Statement, _ context: DraftContext, with parser: inout JSONParser
    ) throws {
        let conflicts = Conflict.unstorable(statement.dossier)
        guard conflicts.isEmpty else { throw OperationError.conflicting(conflicts) }
        var journal = start
        for (fact, read) in zip(facts, statement.dossier.facts.suffix(facts.count)) {
            journal.append(
                .fact(read.kind.name, id: read.id), payload: fact.payload, occurredOn: read.on, origin: context.origin,
                at: context.now, by: context.user)
        }
        journal.append(steps, context)
        keyedEntry = journal.entries.count
        let payables = statement.payables
        var ledger = try RequestLedger(journal, statement.dossier)
        let stale = ledger.staleEvents { payables[$0] }
        if !stale.isEmpty {
            journal.append(stale, context)
            ledger = try RequestLedger(journal, statement.dossier)
        }
        self.journal = journal
        let keyed = keyedEntry
        let rows = journal.entries.dropFirst(written).map { sealed in
            sealed.entry.number == keyed
                ? JournalRow(sealed, idempotencyKey: context.idempotencyKey, commandHash: context.commandHash)
                : JournalRow(sealed)
        }
        write = ContractWrite(entries: rows, projection: try Projection(journal, statement, ledger))
        known = KnownDossier(statement.dossier, of: journal, context.holidays)
        try refuseFailingLater(facts.count, context, with: &parser)
    }

    /// A fact dated ahead must not break the dossier when its day comes.
    private func refuseFailingLater(
        _ count: Int, _ context: DraftContext, with parser: inout JSONParser
    ) throws(Problems) {
        let last = journal.factSequence.map(\.entry.occurredOn).max() ?? context.today
        guard last > context.today, count > 0 else { return }
        _ = try Payables.statement(of: journal.readDossier(known, asOf: last, context.holidays, with: &parser))
    }
}

extension ContractJournal {
    fileprivate mutating func append(_ events: [RequestEvent], _ context: DraftContext) {
        for event in events {
            append(
                .request(event), payload: event.canonicalBytes(), occurredOn: context.today, origin: context.origin,
                at: context.now, by: context.user)
        }
    }
}

extension Statement {
    /// What is payable, by the installments' ids.
    fileprivate var payables: [String: Money] {
        Dictionary(
            zip(terms.installments.map(\.id), installments.map(\.payable)), uniquingKeysWith: { first, _ in first })
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
