public import Audit
internal import Contracts
public import Postgres
internal import Values

extension Database {
    /// Verifies a contract's journal, what the table keeps beside the bytes, and the head that the contract's row
    /// knows. Nil where it is not registered. Throws ``ChainFault`` for the first thing that is wrong, and
    /// `PostgresError`.
    public func verifiedJournal(of contract: String) async throws -> ContractJournal? {
        let name = Parameter.text(contract)
        var answers = try await unit([stored(name), head(name)])
        let rows = try answers.next()
        guard !rows.isEmpty else { return nil }
        let pairs = try rows.map { row throws(PostgresError) in (bytes: try row.bytes(0), hash: try row.bytes(1)) }
        let journal = try ContractJournal.verified(pairs)
        var entries = journal.entries.makeIterator()
        try rows.forEach { row in
            guard let sealed = entries.next() else { return }
            let entry = sealed.entry
            let isSame =
                try row.text(2) == entry.contract && row.int64(3) == entry.number
                && row.microseconds(4) == entry.recordedAt.microseconds && row.text(5) == entry.recordedBy
                && row.days(6) == entry.occurredOn.daysSince1970 && row.text(7) == entry.kind.name
                && row.text(8) == entry.origin.rawValue && row.textIfAny(9) == entry.kind.factID
                && row.bytes(10) == entry.previous.bytes
            if !isSame { throw ChainFault(number: entry.number, reason: .recordDiffers) }
        }
        let known = try answers.next().first { row in (version: try row.int64(0), hash: try row.bytes(1)) }
        guard let known, known.version == journal.head.entry.number, known.hash == journal.head.hash.bytes else {
            throw ChainFault(number: journal.head.entry.number, reason: .recordDiffers)
        }
        return journal
    }
}

private let stored: Statement = """
    SELECT bytes, hash, contract, number, recorded_at, recorded_by, occurred_on, kind, origin, fact_id, previous_hash
    FROM journal WHERE contract = $1 ORDER BY number
    """
private let head: Statement = "SELECT version, head_hash FROM contract WHERE number = $1"
