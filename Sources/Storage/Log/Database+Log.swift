public import Audit
public import Postgres

/// An entry of the log with what it seals.
public struct LoggedEntry: Sendable {
    public let index: Int
    public let leaf: TreeHash
    public let contract: String
    public let number: Int
    /// The entry as stored and hashed.
    public let bytes: [UInt8]
    /// The key of the contract's buyer in force; nil for an entry of the office.
    public let buyerKey: String?
}

extension Database {
    /// How many entries the log has.
    public func logSize() async throws -> Int {
        try await query(StoredSubtrees.size).one { row throws(PostgresError) in Int(try row.int64(0)) }
    }

    /// How many entries wait to be sealed.
    public func unsealedCount() async throws -> Int {
        try await query(waiting()).one { row throws(PostgresError) in Int(try row.int64(0)) }
    }

    /// A proof from the stored subtrees. Throws ``LogError/subtreeMissing`` where the log is not that large.
    public func proof(_ plan: ProofPlan) async throws -> [TreeHash] {
        try plan.proof(try await subtrees(plan.subtrees))
    }

    /// The stored ones of some subtrees.
    public func subtrees(_ places: [Subtree]) async throws -> [Subtree: TreeHash] {
        if places.isEmpty { return [:] }
        return try StoredSubtrees.read(try await query(StoredSubtrees.query(places)))
    }

    /// Entries from a place in the log on, from left to right.
    public func loggedEntries(from index: Int, limit: Int) async throws -> [LoggedEntry] {
        try await query(entries(.int64(Int64(index)), .int64(Int64(limit)))).map { row in
            guard let leaf = TreeHash(bytes: try row.bytes(1)) else { throw LogError.subtreeMissing }
            return LoggedEntry(
                index: Int(try row.int64(0)), leaf: leaf, contract: try row.text(2), number: Int(try row.int64(3)),
                bytes: try row.bytes(4), buyerKey: try row.textIfAny(5))
        }
    }

    /// The place of an entry and its leaf hash; nil while it is not sealed.
    public func place(ofEntry number: Int, of contract: String) async throws -> (index: Int, leaf: TreeHash)? {
        try await query(placeOfEntry(.text(contract), .int64(Int64(number)))).first { row in
            guard let leaf = TreeHash(bytes: try row.bytes(1)) else { throw LogError.subtreeMissing }
            return (Int(try row.int64(0)), leaf)
        }
    }

    /// The leaf hash at a place; nil behind the end.
    public func leaf(at index: Int) async throws -> TreeHash? {
        try await query(leafAtPlace(.int64(Int64(index)))).first { row throws(PostgresError) in
            TreeHash(bytes: try row.bytes(0))
        } ?? nil
    }
}

private let waiting: Statement = "SELECT count(*) FROM journal_unsealed"
private let entries: Statement = """
    SELECT l.index, l.hash, l.contract, l.number::int8, j.bytes, c.buyer_key
    FROM log_leaf l JOIN journal j USING (contract, number) LEFT JOIN contract c ON c.number = l.contract
    WHERE l.index >= $1 ORDER BY l.index LIMIT $2
    """
private let placeOfEntry: Statement = "SELECT index, hash FROM log_leaf WHERE contract = $1 AND number = $2"
private let leafAtPlace: Statement = "SELECT hash FROM log_leaf WHERE index = $1"
