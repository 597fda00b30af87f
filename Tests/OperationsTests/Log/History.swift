import Audit
import Postgres
import Storage
import Values

/// What a superuser of the database can do: rewrite the journal with right hashes and chains, and the whole log after
/// it, so that nothing in the database contradicts anything else in it.
enum History {
    /// Changes the entries of all contracts, which come in the order of the log, and writes everything afresh.
    static func rewrite(_ database: Database, _ change: (inout [JournalEntry]) -> Void) async throws {
        var entries = try await database.loggedEntries(from: 0, limit: 100_000).map {
            try SealedEntry(reading: $0.bytes).entry
        }
        change(&entries)
        let tables = ["journal", "log_leaf", "log_node", "log_checkpoint"]
        let off = tables.map { Query(Statement(text: "ALTER TABLE \($0) DISABLE TRIGGER ALL")) }
        let on = [
            "journal ENABLE ALWAYS TRIGGER journal_append_only", "journal ENABLE ALWAYS TRIGGER journal_chain",
            "journal ENABLE ALWAYS TRIGGER journal_unsealed", "log_leaf ENABLE ALWAYS TRIGGER log_leaf_append_only",
            "log_node ENABLE ALWAYS TRIGGER log_node_append_only",
            "log_checkpoint ENABLE ALWAYS TRIGGER log_checkpoint_append_only",
        ].map { Query(Statement(text: "ALTER TABLE \($0)")) }
        let rechained = chained(entries)
        try await database.withTransaction { session in
            _ = try await session.unit(
                off + ["DELETE FROM log_leaf", "DELETE FROM log_node", "DELETE FROM log_checkpoint"])
            for sealed in rechained { _ = try await session.query(write(sealed)) }
            for (number, last) in Dictionary(grouping: rechained, by: \.entry.contract).mapValues({ $0.last }) {
                guard let last else { continue }
                _ = try await session.unit([
                    cut(.text(number), .int64(Int64(last.entry.number))),
                    head(.text(number), .int64(Int64(last.entry.number)), .bytes(last.hash.bytes)),
                ])
            }
            var log = Frontier()
            let nodes = try rechained.flatMap { try log.append(.leaf($0.bytes)) }
            let unsealed = rechained.map {
                UnsealedEntry(contract: $0.entry.contract, number: $0.entry.number, bytes: $0.bytes)
            }
            try await session.appendToLog(unsealed, at: 0, nodes)
            _ = try await session.unit(on)
        }
    }

    /// Each entry with the hash of the one before it of its contract, as it is now.
    private static func chained(_ entries: [JournalEntry]) -> [SealedEntry] {
        var last: [String: EntryHash] = [:]
        return entries.map { entry in
            let sealed = SealedEntry(
                JournalEntry(
                    contract: entry.contract, number: entry.number, kind: entry.kind, origin: entry.origin,
                    recordedAt: entry.recordedAt, recordedBy: entry.recordedBy, occurredOn: entry.occurredOn,
                    payload: entry.payload, previous: last[entry.contract] ?? .none))
            last[entry.contract] = sealed.hash
            return sealed
        }
    }

    private static func write(_ sealed: SealedEntry) -> Query {
        let statement: Statement = """
            UPDATE journal SET bytes = $3, hash = $4, previous_hash = $5, recorded_by = $6
            WHERE contract = $1 AND number = $2
            """
        return statement(
            .text(sealed.entry.contract), .int64(Int64(sealed.entry.number)), .bytes(sealed.bytes),
            .bytes(sealed.hash.bytes), .bytes(sealed.entry.previous.bytes), .text(sealed.entry.recordedBy))
    }

    private static let cut: Statement = "DELETE FROM journal WHERE contract = $1 AND number > $2"
    private static let head: Statement = "UPDATE contract SET version = $2, head_hash = $3 WHERE number = $1"
}

extension JournalEntry {
    /// The same entry by somebody else.
    var changed: JournalEntry {
        JournalEntry(
            contract: contract, number: number, kind: kind, origin: origin, recordedAt: recordedAt,
            recordedBy: "somebody else", occurredOn: occurredOn, payload: payload, previous: previous)
    }
}
