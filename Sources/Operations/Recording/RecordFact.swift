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
    /// sent twice carries a key: the same key and fact gives the first answer again, another one
    /// ``OperationError/keyReused``. With the version that the caller knows it throws
    /// ``OperationError/versionDiffers(current:)`` when somebody was faster. Whoever is not at the console records what
    /// their roles permit, of contracts of their own department, and no payments: those are made on requests.
    public func recordFact(
        _ fact: [UInt8], of contract: String, idempotencyKey: String? = nil, expectedVersion: Int? = nil,
        by caller: Caller = .console
    ) async throws(OperationError) -> RecordedFact {
        let command = Command(
            "record-fact", .contract(contract), body: fact, idempotencyKey: idempotencyKey,
            expectedVersion: expectedVersion)
        let recorded = try await recording(command, by: caller) { authority, session in
            // Misshapen facts are told below, with everything else that is wrong.
            guard let named = try? SubmittedFact.read(fact, assign: { "f" }) else { return }
            try await session.requireDocuments(of: [named], for: authority)
        } decide: { situation, parser in
            try situation.requireRight(toRecord: fact)
            let submitted = try SubmittedFact.read(fact) { situation.journal.freeFactID() }
            return try Draft(recording: submitted, situation, with: &parser)
        } answer: { _, sealed in
            RecordedFact(sealed)
        }
        return recorded.answer.replayed(recorded.isReplayed)
    }
}

extension Draft {
    /// Adds one fact that was handed in alone: pointers lead into it.
    init(recording fact: SubmittedFact, _ situation: Situation, with parser: inout JSONParser) throws {
        let recorded = situation.journal.factSequence
        if recorded.contains(where: { $0.entry.kind.factID == fact.id }) {
            throw Problems([Problem(pointer: "/id", code: .duplicateIdentifier, detail: fact.id)])
        }
        do { try self.init(adding: [fact], to: situation.journal, situation.context, with: &parser) } catch let
            problems as Problems
        {
            throw Problems(problems.list.map { $0.placed(inFact: recorded.count) })
        } catch OperationError.conflicting(let conflicts) {
            throw OperationError.conflicting(conflicts.map { $0.placed(inFact: recorded.count) })
        }
    }
}

extension RecordedFact {
    fileprivate init(_ sealed: SealedEntry) {
        self.init(
            contract: sealed.entry.contract, id: sealed.entry.kind.factID ?? "", entry: sealed.entry.number,
            hash: sealed.hash.description, recordedAt: sealed.entry.recordedAt, recordedBy: sealed.entry.recordedBy,
            isReplayed: false)
    }

    fileprivate func replayed(_ isReplayed: Bool) -> RecordedFact {
        RecordedFact(
            contract: contract, id: id, entry: entry, hash: hash, recordedAt: recordedAt, recordedBy: recordedBy,
            isReplayed: isReplayed)
    }
}

extension ContractJournal {
    /// `f` and a number, from the next entry's on, that no fact has; behind it so many more.
    func freeFactID(behind others: Int = 0) -> String {
        var number = entries.count + 1
        var left = others
        while true {
            let id = "f\(number)"
            if !entries.contains(where: { $0.entry.kind.factID == id }) {
                if left == 0 { return id }
                left -= 1
            }
            number += 1
        }
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
