public import Audit
public import Postgres

/// A journal entry that is not in the log yet.
public struct UnsealedEntry: Sendable {
    public let contract: String
    public let number: Int
    /// As stored and hashed.
    public let bytes: [UInt8]

    /// Takes the parts as they are.
    public init(contract: String, number: Int, bytes: [UInt8]) {
        self.contract = contract
        self.number = number
        self.bytes = bytes
    }
}

extension Session {
    /// Makes this transaction the only one that seals, whatever the number of processes; false where another one does.
    public func lockLog() async throws -> Bool {
        try await query(takeLock(.int64(lockNumber))).one { row throws(PostgresError) in try row.bool(0) }
    }

    /// Takes entries from the queue, at most so many, in the order in which they were recorded. Of a contract always
    /// those of the lowest numbers: entries of higher ones are committed behind them.
    public func takeUnsealed(atMost limit: Int) async throws -> [UnsealedEntry] {
        try await query(take(.int64(Int64(limit)))).map { row throws(PostgresError) in
            UnsealedEntry(contract: try row.text(0), number: Int(try row.int64(1)), bytes: try row.bytes(2))
        }
    }

    /// Adds entries at the end of the log, whose first takes the place `index`, and the subtrees that are complete with
    /// them.
    public func appendToLog(_ entries: [UnsealedEntry], at index: Int, _ nodes: [TreeNode]) async throws {
        let leaves = nodes.filter { $0.subtree.level == 0 }
        let inner = nodes.filter { $0.subtree.level > 0 }
        _ = try await unit([
            addLeaves(
                .int64(Int64(index)), .textArray(entries.map(\.contract)),
                .int64Array(entries.map { Int64($0.number) }), .bytesArray(leaves.map(\.hash.bytes))),
            addNodes(
                .int64Array(inner.map { Int64($0.subtree.level) }), .int64Array(inner.map { Int64($0.subtree.index) }),
                .bytesArray(inner.map(\.hash.bytes))),
        ])
    }

    /// The log's right edge. Throws ``LogError/subtreeMissing`` where the stored log has a hole.
    public func frontier() async throws -> Frontier {
        let size = try await query(StoredSubtrees.size).one { row throws(PostgresError) in Int(try row.int64(0)) }
        return try await Frontier(size: size, hashes: hashes(of: Frontier.subtrees(ofSize: size)))
    }

    /// The hashes of stored subtrees, in the order asked for. Throws ``LogError/subtreeMissing``.
    private func hashes(of subtrees: [Subtree]) async throws -> [TreeHash] {
        let stored = try StoredSubtrees.read(try await query(StoredSubtrees.query(subtrees)))
        return try subtrees.map { subtree in
            guard let hash = stored[subtree] else { throw LogError.subtreeMissing }
            return hash
        }
    }
}

/// Chosen at random; nothing else takes it.
private let lockNumber: Int64 = 2_094_713_558_401_627
private let takeLock: Statement = "SELECT pg_try_advisory_xact_lock($1)"
/// By ctid, since the queue has no index. What was queued is there: both were written in one transaction. What is in
/// the log already, as a restored queue may say once more, is only taken away.
private let take: Statement = """
    WITH taken AS (
        DELETE FROM journal_unsealed
        WHERE ctid = ANY (ARRAY(SELECT ctid FROM journal_unsealed ORDER BY contract, number LIMIT $1))
        RETURNING contract, number
    )
    SELECT j.contract, j.number::int8, j.bytes FROM taken JOIN journal j USING (contract, number)
    WHERE NOT EXISTS (SELECT FROM log_leaf l WHERE l.contract = j.contract AND l.number = j.number)
    ORDER BY j.recorded_at, j.contract, j.number
    """
private let addLeaves: Statement = """
    INSERT INTO log_leaf (index, contract, number, hash)
    SELECT $1::int8 + place - 1, contract, number::integer, hash
    FROM unnest($2::text[], $3::int8[], $4::bytea[]) WITH ORDINALITY AS given (contract, number, hash, place)
    """
private let addNodes: Statement = """
    INSERT INTO log_node (level, index, hash)
    SELECT level::smallint, index, hash FROM unnest($1::int8[], $2::int8[], $3::bytea[]) AS given (level, index, hash)
    """
