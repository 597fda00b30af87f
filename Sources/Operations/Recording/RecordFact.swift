internal import Audit
internal import Contracts
internal import JSON
internal import Postgres
internal import Storage
public import Values

/// The answer to a recorded fact.
public struct RecordedFact: Equatable, Sendable {
    /// Number of the contract.
    public let contract: String
    /// The fact's id, given or assigned.
    public let id: String
    /// Place of its entry in the contract's journal.
    public let entry: Int
    /// Hash of the entry, in hexadecimal.
    public let hash: String
    public let recordedAt: Instant
    public let recordedBy: String
    /// Whether it had been recorded before under the same idempotency key.
    public let isReplayed: Bool
}

extension Workspace {
    /// Records one fact (JSON, payable.md 2.4; the `id` may be missing) of a registered contract. A command that may be
    /// sent twice carries a key: the same key and fact gives the first answer again, another fact
    /// ``OperationError/keyReused``. A lost answer to COMMIT is looked up by the key before this returns.
    public func recordFact(
        _ fact: [UInt8], of contract: String, idempotencyKey: String? = nil
    ) async throws(OperationError) -> RecordedFact {
        let key = idempotencyKey.map { "given:" + $0 } ?? randomKey()
        var attempts = 0
        while true {
            attempts += 1
            do {
                return try await database.withTransaction { session in
                    try await record(fact, of: contract, key: key, session)
                }
            } catch {
                let failure = OperationError(error, contract: contract)
                let mayLook = failure == .outcomeUnknown || Self.isKeyTaken(error)
                guard mayLook else { throw failure }
                if let answer = try await recorded(underKey: key, fact, of: contract) { return answer }
                // Now it is certain that nothing was written.
                guard attempts < 5 else { throw failure }
            }
        }
    }

    private func record(
        _ fact: [UInt8], of contract: String, key: String, _ session: Session
    ) async throws -> RecordedFact {
        let (journal, replayed) = try await session.lockJournal(of: contract, replaying: key)
        if let replayed { return try Self.replay(replayed, fact, of: contract) }
        guard let journal else { throw OperationError.unknownContract(number: contract) }
        let submitted = try SubmittedFact.read(fact) { journal.freeFactID() }
        if journal.entries.contains(where: { $0.entry.kind.factID == submitted.id }) {
            throw OperationError.invalid(
                Problems([Problem(pointer: "/id", code: .duplicateIdentifier, detail: submitted.id)]))
        }
        let context = DraftContext(
            origin: .recorded, now: effects.now(), today: effects.today, user: effects.user, holidays: holidays,
            idempotencyKey: key)
        var parser = JSONParser()
        let place = journal.entries.count - 1
        do {
            let draft = try Draft(adding: [submitted], to: journal, context, with: &parser)
            try await session.store([draft.write])
            return RecordedFact(draft.journal.head, isReplayed: false)
        } catch let problems as Problems {
            throw OperationError.invalid(Problems(problems.list.map { $0.placed(inFact: place) }))
        } catch OperationError.conflicting(let conflicts) {
            throw OperationError.conflicting(conflicts.map { $0.placed(inFact: place) })
        }
    }

    /// What is stored under the key, after an answer was lost.
    private func recorded(
        underKey key: String, _ fact: [UInt8], of contract: String
    ) async throws(OperationError) -> RecordedFact? {
        let stored: SealedEntry?
        do { stored = try await database.entry(underKey: key) } catch { throw .outcomeUnknown }
        guard let stored else { return nil }
        return try await mappingErrors(contract: contract) { try Self.replay(stored, fact, of: contract) }
    }

    /// The first answer again, if the command is the same one.
    private static func replay(_ stored: SealedEntry, _ fact: [UInt8], of contract: String) throws -> RecordedFact {
        let submitted = try SubmittedFact.read(fact) { stored.entry.kind.factID ?? "" }
        guard stored.entry.contract == contract, stored.entry.payload == submitted.payload else {
            throw OperationError.keyReused
        }
        return RecordedFact(stored, isReplayed: true)
    }

    func randomKey() -> String {
        "random:" + String(effects.random(), radix: 16) + String(effects.random(), radix: 16)
    }

    private static func isKeyTaken(_ error: any Error) -> Bool {
        guard case .server(let server, _)? = error as? PostgresError else { return false }
        return server.constraint == "journal_idempotency_key_once"
    }
}

extension RecordedFact {
    fileprivate init(_ sealed: SealedEntry, isReplayed: Bool) {
        self.init(
            contract: sealed.entry.contract, id: sealed.entry.kind.factID ?? "", entry: sealed.entry.number,
            hash: sealed.hash.description, recordedAt: sealed.entry.recordedAt, recordedBy: sealed.entry.recordedBy,
            isReplayed: isReplayed)
    }
}

extension ContractJournal {
    /// `f` and a number, from the next entry's on, that no fact has.
    fileprivate func freeFactID() -> String {
        let taken = Set(entries.compactMap(\.entry.kind.factID))
        var number = entries.count + 1
        while taken.contains("f\(number)") { number += 1 }
        return "f\(number)"
    }
}

extension Problem {
    /// The same problem with a pointer into the one fact that was handed in, where it is that one's.
    fileprivate func placed(inFact position: Int) -> Problem {
        guard let inside = pointer.inside(ofFact: position) else { return self }
        return Problem(pointer: inside, code: code, detail: detail)
    }
}

extension Conflict {
    /// The same for a conflict.
    fileprivate func placed(inFact position: Int) -> Conflict {
        guard let inside = pointer.inside(ofFact: position) else { return self }
        return Conflict(pointer: inside, code: code, detail: detail)
    }
}

extension String {
    /// What a pointer into a dossier is as a pointer into its fact; nil where it leads elsewhere.
    fileprivate func inside(ofFact position: Int) -> String? {
        let prefix = "/facts/\(position)"
        guard self == prefix || hasPrefix(prefix + "/") else { return nil }
        return String(dropFirst(prefix.count))
    }
}
