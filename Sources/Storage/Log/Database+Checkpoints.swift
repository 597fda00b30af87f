public import Postgres

extension Database {
    /// Puts a signed note where everybody may read it, unless it is the newest of its size already.
    public func publishCheckpoint(_ note: [UInt8], size: Int, at moment: Int64) async throws {
        _ = try await query(publish(.int64(Int64(size)), .timestamp(microseconds: moment), .bytes(note)))
    }

    /// The newest note, or that of a size; nil where there is none.
    public func checkpoint(ofSize size: Int? = nil) async throws -> [UInt8]? {
        try await query(find(size.map { .int64(Int64($0)) } ?? .null)).first { row throws(PostgresError) in
            try row.bytes(0)
        }
    }

    /// The notes of some sizes, those with further signatures, and the last one of each day in China, before the size;
    /// the smallest first.
    public func checkpoints(before size: Int, and sizes: [Int]) async throws -> [[UInt8]] {
        try await query(earlier(.int64(Int64(size)), .int64Array(sizes.map { Int64($0) })))
            .map { row throws(PostgresError) in try row.bytes(0) }
    }

    /// The notes of sizes below one, or the one of a size, each with the most signatures, the largest first, and when
    /// its size was published first (microseconds since 1970).
    public func publishedCheckpoints(
        below size: Int = .max, ofSize exact: Int? = nil, limit: Int
    ) async throws -> [(note: [UInt8], publishedAt: Int64)] {
        let wanted = exact.map { Parameter.int64(Int64($0)) } ?? .null
        return try await query(newest(.int64(Int64(size)), wanted, .int64(Int64(limit))))
            .map { row throws(PostgresError) in (try row.bytes(0), try row.microseconds(1)) }
    }
}

private let publish: Statement = """
    INSERT INTO log_checkpoint (size, version, recorded_at, note)
    SELECT $1, coalesce(max(version), 0) + 1, $2, $3 FROM log_checkpoint WHERE size = $1
    HAVING $3::bytea IS DISTINCT FROM
        (SELECT note FROM log_checkpoint WHERE size = $1 ORDER BY version DESC LIMIT 1)
    ON CONFLICT DO NOTHING
    """
private let find: Statement = """
    SELECT note FROM log_checkpoint WHERE $1::int8 IS NULL OR size = $1 ORDER BY size DESC, version DESC LIMIT 1
    """
private let earlier: Statement = """
    WITH ranked AS (
        SELECT size, version, note, row_number() OVER (PARTITION BY size ORDER BY version DESC) AS place,
            max(size) OVER (PARTITION BY (recorded_at AT TIME ZONE 'Asia/Shanghai')::date) AS last
        FROM log_checkpoint WHERE size < $1
    )
    SELECT note FROM ranked WHERE place = 1 AND (size = last OR version > 1 OR size = ANY($2)) ORDER BY size
    """
private let newest: Statement = """
    SELECT DISTINCT ON (k.size) k.note,
        (SELECT recorded_at FROM log_checkpoint f WHERE f.size = k.size ORDER BY f.version LIMIT 1)
    FROM log_checkpoint k WHERE k.size < $1 AND ($2::int8 IS NULL OR k.size = $2)
    ORDER BY k.size DESC, k.version DESC LIMIT $3
    """
