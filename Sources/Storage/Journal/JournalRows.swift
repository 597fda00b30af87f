public import Audit
public import Postgres

/// Statements that read journals, and what makes journals of their rows. Everything read is verified.
enum JournalRows {
    static let journals: Statement = """
        SELECT contract, bytes, hash FROM journal WHERE contract = ANY($1::text[]) ORDER BY contract, number
        """
    static let lock: Statement = "SELECT FROM contract WHERE number = ANY($1::text[]) ORDER BY number FOR NO KEY UPDATE"

    /// Groups rows of contract, bytes and hash into journals.
    static func journals(_ rows: borrowing Rows) throws -> [String: ContractJournal] {
        var stored: [String: [(bytes: [UInt8], hash: [UInt8])]] = [:]
        try rows.forEach { (row) throws(PostgresError) in
            stored[try row.text(0), default: []].append((try row.bytes(1), try row.bytes(2)))
        }
        return try stored.mapValues { try ContractJournal.verified($0) }
    }
}

extension Database {
    /// The journals of those of the contracts that are registered. Throws `PostgresError`, and ``ChainFault`` where
    /// what is stored is not what was recorded.
    public func journals(of contracts: [String]) async throws -> [String: ContractJournal] {
        try JournalRows.journals(try await query(JournalRows.journals(.textArray(contracts))))
    }
}

extension Session {
    /// Locks the contracts until the end of the transaction, in the order of their numbers, and reads their journals:
    /// nobody adds to them meanwhile. A contract that is not registered is not locked.
    public func lockJournals(of contracts: [String]) async throws -> [String: ContractJournal] {
        let numbers = Parameter.textArray(contracts)
        var answers = try await unit([JournalRows.lock(numbers), JournalRows.journals(numbers)])
        try answers.skip()
        return try JournalRows.journals(try answers.next())
    }
}
