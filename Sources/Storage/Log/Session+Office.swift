public import Audit
public import Postgres
public import Values

extension Session {
    /// Adds an act to the office's journal, within a transaction. Only one adds at a time: such acts are rare.
    /// Returns its entry.
    @discardableResult
    public func addToOffice(
        _ act: OfficeAct, by user: String, at moment: Instant, on day: CalendarDay
    ) async throws -> JournalEntry {
        var answers = try await unit([takeLock(.int64(lockNumber)), head(.text(OfficeJournal.name))])
        try answers.skip()
        let last = try answers.next().first { row in
            (number: Int(try row.int64(0)), hash: EntryHash(bytes: try row.bytes(1)), at: try row.microseconds(2))
        }
        let entry = JournalEntry(
            contract: OfficeJournal.name, number: (last?.number ?? 0) + 1, kind: .office(act), origin: .recorded,
            recordedAt: max(moment, Instant(microseconds: last?.at ?? .min)), recordedBy: user, occurredOn: day,
            payload: act.payload, previous: last?.hash ?? .none)
        _ = try await query(Query(JournalRow.table.insert, JournalRow.table.arrays([JournalRow(SealedEntry(entry))])))
        return entry
    }
}

extension Database {
    /// The office's journal, verified. Throws ``ChainFault``.
    public func officeJournal(_ limit: Int = .max) async throws -> OfficeJournal {
        let rows = try await query(all(.text(OfficeJournal.name), .int64(Int64(limit))))
        return try OfficeJournal.verified(
            try rows.map { row throws(PostgresError) in (bytes: try row.bytes(0), hash: try row.bytes(1)) })
    }
}

/// Chosen at random; nothing else takes it.
private let lockNumber: Int64 = 5_530_117_846_092_271
private let takeLock: Statement = "SELECT pg_advisory_xact_lock($1)"
private let head: Statement = """
    SELECT number::int8, hash, recorded_at FROM journal WHERE contract = $1 ORDER BY number DESC LIMIT 1
    """
private let all: Statement = "SELECT bytes, hash FROM journal WHERE contract = $1 ORDER BY number LIMIT $2"
