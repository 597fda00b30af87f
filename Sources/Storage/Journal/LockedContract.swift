public import Audit
public import Postgres

/// A contract that a transaction holds, so that nobody adds to its journal meanwhile.
public struct LockedContract: Sendable {
    public let journal: ContractJournal
    /// The buyer's name as names of departments are compared.
    public let buyerKey: String
    /// Number of the calendar in force; 0 for the built-in one.
    public let calendar: Int
}

/// What was found where a command wants to write.
public enum LockOutcome: Sendable {
    case locked(LockedContract)
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
        _ place: ContractPlace, _ key: CommandKey, with others: [Query],
        _ take: (inout UnitResult) throws -> Void
    ) async throws -> LockOutcome {
        let name = Parameter.text(place.name)
        let queries = [place.lock(name, .int64(key.lock)), place.journal(name), byKey(.text(key.text))]
        var answers = try await unit(others + queries)
        try take(&answers)
        let locked = try answers.next().first { row throws(PostgresError) in
            (number: try row.text(0), buyer: try row.text(1), calendar: Int(try row.int64(2)))
        }
        let journals = try JournalReading.journals(try answers.next())
        let earlier = try answers.next().first { row throws(PostgresError) in
            (contract: try row.text(0), entry: Int(try row.int64(1)), hash: try row.bytesIfAny(2))
        }
        if let earlier {
            let journal = journals[earlier.contract]
            // A key of another contract was used for another command.
            guard let journal else { return .replayed(try await command(earlier)) }
            return .replayed(RecordedCommand(journal: journal, entry: earlier.entry, commandHash: earlier.hash))
        }
        guard let locked else { return journals.isEmpty ? .missing : .keyBusy }
        guard let journal = journals[locked.number] else { return .missing }
        return .locked(LockedContract(journal: journal, buyerKey: locked.buyer, calendar: locked.calendar))
    }

    private func command(
        _ earlier: (contract: String, entry: Int, hash: [UInt8]?)
    ) async throws -> RecordedCommand {
        let rows = try await query(JournalReading.journals(.textArray([earlier.contract])))
        guard let journal = try JournalReading.journals(rows)[earlier.contract] else {
            throw ChainFault(number: 0, reason: .malformed)
        }
        return RecordedCommand(journal: journal, entry: earlier.entry, commandHash: earlier.hash)
    }
}

private let byKey: Statement = "SELECT contract, number::int8, command_hash FROM journal WHERE idempotency_key = $1"
