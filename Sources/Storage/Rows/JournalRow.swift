public import Audit
internal import Postgres
internal import Values

/// A journal entry on its way into the database.
public struct JournalRow: Sendable {
    /// The entry with its bytes and hash.
    public let sealed: SealedEntry
    /// Unique among all entries ever recorded.
    public let idempotencyKey: String
    /// SHA-256 of the command that wrote it; nil where the command cannot come again.
    let commandHash: [UInt8]?

    /// Without a key of the caller's the entry's own place is its key: it is taken once.
    public init(_ sealed: SealedEntry, idempotencyKey: String? = nil, commandHash: [UInt8]? = nil) {
        self.sealed = sealed
        self.commandHash = commandHash
        self.idempotencyKey = idempotencyKey ?? "entry:\(sealed.entry.contract)/\(sealed.entry.number)"
    }
}

extension JournalRow {
    static let table = Table<JournalRow>(
        "journal", key: 2,
        [
            Column("contract", .text) { .text($0.sealed.entry.contract) },
            Column("number", .integer) { .int64(Int64($0.sealed.entry.number)) },
            Column("recorded_at", .instant) { .instant($0.sealed.entry.recordedAt) },
            Column("recorded_by", .text) { .text($0.sealed.entry.recordedBy) },
            Column("occurred_on", .date) { .day($0.sealed.entry.occurredOn) },
            Column("kind", .text) { .text($0.sealed.entry.kind.name) },
            Column("origin", .text) { .text($0.sealed.entry.origin.rawValue) },
            Column("fact_id", .text) { .text($0.sealed.entry.kind.factID) },
            Column("idempotency_key", .text) { .text($0.idempotencyKey) },
            Column("command_hash", .bytes) { $0.commandHash.map { .bytes($0) } ?? .null },
            Column("bytes", .bytes) { .bytes($0.sealed.bytes) },
            Column("hash", .bytes) { .bytes($0.sealed.hash.bytes) },
            Column("previous_hash", .bytes) { .bytes($0.sealed.entry.previous.bytes) },
        ])
}
