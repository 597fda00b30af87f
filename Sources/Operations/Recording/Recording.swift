internal import Audit
internal import JSON
internal import Postgres
internal import Storage
internal import Values

/// An answer to a command, the first time or again.
struct Recorded<Answer: Sendable>: Sendable {
    let answer: Answer
    let isReplayed: Bool
}

extension Workspace {
    /// What must hold beside the contract itself, looked up in the transaction of a session.
    typealias Check = @Sendable (Authority, Session) async throws -> Void
    /// What makes a contract that is not there yet, in the transaction of a session.
    typealias Registering = @Sendable (Authority, DraftContext, Session) async throws -> Draft

    /// What another command with the key, or the contract's registration, violates when it was faster.
    private static let races: Set<String> = ["journal_idempotency_key_once", "contract_pkey", "journal_pkey"]

    /// Carries out a command in one transaction: the caller's rights, the contract's lock, the decision (pure), its
    /// entries and all that follows from them. The same command again is answered from its entries. After an unknown
    /// outcome the command runs again, and then finds itself or does its work; where neither can be found out, it
    /// throws ``OperationError/outcomeUnknown``.
    func recording<Answer: Sendable>(
        _ command: Command, by caller: Caller, checking check: Check? = nil,
        decide: @Sendable (Situation, inout JSONParser) throws -> Draft,
        registering register: Registering? = nil,
        answer: @Sendable (ContractJournal, SealedEntry) throws -> Answer
    ) async throws(OperationError) -> Recorded<Answer> {
        try await loggingRefusals(of: caller, command.name, command.place.name) {
            try await repeating(onceUnder: Self.races, contract: command.place.name) {
                try await database.withTransaction { session in
                    try await attempt(command, caller, session, check, decide, register, answer)
                }
            }
        }
    }

    private func attempt<Answer: Sendable>(
        _ command: Command, _ caller: Caller, _ session: Session, _ check: Check?,
        _ decide: @Sendable (Situation, inout JSONParser) throws -> Draft, _ register: Registering?,
        _ answer: @Sendable (ContractJournal, SealedEntry) throws -> Answer
    ) async throws -> Recorded<Answer> {
        var authority: Authority?
        let key = commandKey(command)
        let outcome = try await session.lock(command.place, key, journals, with: rights(of: caller)) { answers in
            authority = try self.authority(of: caller, &answers)
        }
        guard let authority else { throw OperationError.notAuthenticated }
        let draft: Draft
        switch outcome {
        case .keyBusy: throw OperationError.keyBusy
        case .replayed(let earlier):
            guard earlier.commandHash == command.hash, let journal = earlier.journal.first(earlier.entry),
                journal.head.entry.recordedBy == authority.name
            else { throw OperationError.keyReused }
            return Recorded(answer: try answer(journal, journal.head), isReplayed: true)
        case .missing:
            try await loadCalendar(try await session.calendarNumber())
            guard let register else { throw command.place.unknown }
            draft = try await register(authority, context(of: authority, key, command), session)
        case .locked(let contract):
            try await loadCalendar(contract.calendar)
            var context = context(of: authority, key, command)
            context.known = dossiers.value(for: contract.journal.contract)
            let situation = Situation(authority: authority, contract: contract, context: context)
            if let expected = command.expectedVersion, expected != contract.journal.entries.count {
                throw OperationError.versionDiffers(current: contract.journal.entries.count)
            }
            try await check?(authority, session)
            var parser = JSONParser()
            draft = try decide(situation, &parser)
        }
        guard let journal = draft.journal.first(draft.keyedEntry) else { throw OperationError.keyReused }
        // Before the command is committed: it has either an answer or no effect.
        let given = try answer(journal, journal.head)
        try await session.storeAndCommit([draft.write])
        journals.keep(draft.journal, for: command.place)
        dossiers.keep(draft.known, for: draft.journal.contract)
        return Recorded(answer: given, isReplayed: false)
    }

    /// What every draft of the command has in common.
    private func context(of authority: Authority, _ key: CommandKey, _ command: Command) -> DraftContext {
        DraftContext(
            origin: .recorded, now: effects.now(), today: effects.today, user: authority.name, holidays: holidays,
            idempotencyKey: key.text, commandHash: command.hash)
    }

    private func commandKey(_ command: Command) -> CommandKey {
        let text = command.idempotencyKey.map { "given:" + $0 } ?? randomKey()
        return CommandKey(text, hash: ContentHash(of: Array(text.utf8)).bytes)
    }

    /// A key that nobody gives.
    func randomKey() -> String {
        "random:" + String(effects.random(), radix: 16) + String(effects.random(), radix: 16)
    }
}

extension ContractPlace {
    /// That there is nothing at the place.
    var unknown: OperationError {
        switch self {
        case .contract(let number): .unknownContract(number: number)
        case .request: .unknownRequest
        case .payment: .unknownPayment
        }
    }
}
