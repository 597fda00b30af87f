public import Audit
public import Postgres

/// What was found where a command wants to write.
public enum LockOutcome: Sendable {
    /// The transaction holds it: nobody adds to its journal meanwhile.
    case locked(StoredJournal)
    /// The command was carried out before.
    case replayed(RecordedCommand)
    /// Another one with the same key still runs.
    case keyBusy
    /// There is no such contract.
    case missing
}

/// A command that was carried out.
public struct RecordedCommand: Sendable {
    /// The journal of the contract that it wrote to, as it is now.
    public let journal: ContractJournal
    /// Number of the entry that carries the command's key.
    public let entry: Int
    /// SHA-256 of the command; nil for an entry that has none.
    public let commandHash: [UInt8]?
}

/// A command's key, and the number by which it is locked while it runs.
public struct CommandKey: Sendable {
    public let text: String
    let lock: Int64

    /// `hash` is one of the key; its first eight bytes make the number.
    public init(_ text: String, hash: [UInt8]) {
        self.text = text
        lock = hash.prefix(8).reduce(0) { $0 << 8 | Int64($1) }
    }
}

extension Session {
    /// Looks up the command's key, locks the contract until the end of the transaction and reads its journal, in one
    /// round trip with `others`, whose answers come first. The answers of `others` are handed to `take`.
    public func lock(
        _ place: ContractPlace, _ key: CommandKey, _ cache: JournalCache, with others: [Query],
        _ take: (inout UnitResult) throws -> Void
    ) async throws -> LockOutcome {
        let name = Parameter.text(place.name)
        let reading = JournalReading(place, cache)
        // The key before the journal: a command that another one commits meanwhile is either not found, or has its
        // entries in the journal.
        let queries = [place.lock(name, .int64(key.lock)), byKey(.text(key.text)), reading.query]
        var answers = try await unit(others + queries)
        try take(&answers)
        let isLocked = !(try answers.next().isEmpty)
        let earlier = try answers.next().first(EarlierCommand.init)
        let stored = try await journal(reading, try answers.next(), cache)
        if let earlier {
            // A key of another contract was used for another command.
            let isHere = stored?.journal.contract == earlier.contract
            let journal = isHere ? stored?.journal : try await wholeJournal(.contract(earlier.contract))?.journal
            guard let journal else { throw ChainFault(number: 0, reason: .malformed) }
            return .replayed(
                RecordedCommand(journal: journal, entry: earlier.entry, commandHash: earlier.hash))
        }
        guard let stored else { return .missing }
        return isLocked ? .locked(stored) : .keyBusy
    }

    /// Where the cache's journal is not the one that is stored, that one is read whole.
    private func journal(
        _ reading: JournalReading, _ rows: consuming Rows, _ cache: JournalCache
    ) async throws -> StoredJournal? {
        let stored: StoredJournal?
        do { stored = try reading.read(rows) } catch is ChainFault where reading.known != nil {
            stored = try await wholeJournal(reading.place)
        }
        if let stored { cache.keep(stored.journal, for: reading.place) }
        return stored
    }

    private func wholeJournal(_ place: ContractPlace) async throws -> StoredJournal? {
        let whole = JournalReading(place, nil)
        return try whole.read(try await query(whole.query))
    }
}

/// Where a command was recorded that was carried out before.
private struct EarlierCommand {
    let contract: String
    let entry: Int
    let hash: [UInt8]?

    init(_ row: borrowing Row) throws(PostgresError) {
        contract = try row.text(0)
        entry = Int(try row.int64(1))
        hash = try row.bytesIfAny(2)
    }
}

private let byKey: Statement = "SELECT contract, number::int8, command_hash FROM journal WHERE idempotency_key = $1"
