internal import Audit
internal import JSON
internal import Postgres
internal import Storage
public import Values

/// One entry of the journal with all that proves it.
public struct JournalEntryAnswer: Sendable {
    /// Title of the contract; nil for an entry of the office.
    public let title: String?
    public let entry: HistoryEntry
    /// What is hashed, stored and exported.
    public let bytes: [UInt8]
    /// Hash of the entry before it, in hexadecimal.
    public let previous: String
    /// How many entries the contract has.
    public let count: Int
    /// When the first checkpoint that covers it was published; nil where none does yet.
    public let sealedAt: Instant?
    /// That it is in the log of the newest checkpoint; nil while it is not.
    public let proof: InclusionProof?
}

extension Workspace {
    /// An entry of a contract's journal, or of the office's for an empty number, with its proof in the log of the last
    /// checkpoint. The office's are for whoever sees every contract.
    public func journalEntry(
        _ number: Int, of contract: String, by caller: Caller = .console
    ) async throws(OperationError) -> JournalEntryAnswer {
        let (authority, scope) = try await scope("read-journal", .readContracts, by: caller, department: nil)
        return try await mappingErrors(contract: contract) {
            guard contract != OfficeJournal.name || authority.seesEverything,
                let line = try await database.query(StoredJournalLine.query(of: contract, number: number, scope))
                    .first(StoredJournalLine.init)
            else { throw LogRefusal.unknownEntry }
            let sealed = try line.verified()
            var parser = JSONParser()
            return JournalEntryAnswer(
                title: line.title, entry: HistoryEntry(sealed, with: &parser), bytes: sealed.bytes,
                previous: sealed.entry.previous.description, count: line.count,
                sealedAt: line.sealedAt.map { Instant(microseconds: $0) },
                proof: try await proof(of: sealed, at: line.place))
        }
    }

    private func proof(of sealed: SealedEntry, at place: Int?) async throws -> InclusionProof? {
        guard let place, let note = try await database.checkpoint() else { return nil }
        let size = try Checkpoint(reading: SignedNote(reading: note).text).size
        guard place < size else { return nil }
        let hashes = try await database.proof(.inclusion(of: place, in: size))
        return InclusionProof(index: place, leaf: .leaf(sealed.bytes), size: size, hashes: hashes)
    }
}
