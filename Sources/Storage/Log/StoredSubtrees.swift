internal import Audit
internal import Postgres

/// Reading hashes of the log by the places of their subtrees, all in one statement.
enum StoredSubtrees {
    static func query(_ subtrees: [Subtree]) -> Query {
        byPlace(
            .int64Array(subtrees.map { Int64($0.level) }), .int64Array(subtrees.map { Int64($0.index) }))
    }

    static func read(_ rows: borrowing Rows) throws -> [Subtree: TreeHash] {
        var stored: [Subtree: TreeHash] = [:]
        try rows.forEach { row in
            let subtree = try Subtree(level: Int(try row.int64(0)), index: Int(try row.int64(1)))
            stored[subtree] = TreeHash(bytes: try row.bytes(2))
        }
        return stored
    }

    /// Number of entries of the log.
    static let size: Query = "SELECT coalesce(max(index) + 1, 0) FROM log_leaf"

    private static let byPlace: Statement = """
        WITH asked AS (SELECT level, index FROM unnest($1::int8[], $2::int8[]) AS given (level, index))
        SELECT 0::int8, index, hash FROM log_leaf WHERE index IN (SELECT index FROM asked WHERE level = 0)
        UNION ALL
        SELECT n.level::int8, n.index, n.hash FROM asked
        JOIN log_node n ON n.level = asked.level AND n.index = asked.index
        """
}
