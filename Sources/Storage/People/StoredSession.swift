public import Postgres

/// A session as its owner may see it.
public struct StoredSession: Equatable, Sendable {
    public let id: Int64
    public let address: String
    /// Microseconds since 1970-01-01T00:00:00Z, as the others.
    public let openedAt: Int64
    public let lastUsedAt: Int64
    public let expiresAt: Int64
    /// Whether it is the one that was asked with.
    public let isCurrent: Bool
}

extension Session {
    /// The live sessions of an account, last used first; `current` is the hash of the one that asks.
    public func sessions(
        of account: Int64, current: [UInt8]?, usedAfter limit: Int64, at moment: Int64
    ) async throws -> [StoredSession] {
        let current = current.map { Parameter.bytes($0) } ?? .null
        let live = list(
            .int64(account), current, .timestamp(microseconds: limit), .timestamp(microseconds: moment))
        return try await query(live).map { row throws(PostgresError) in
            StoredSession(
                id: try row.int64(0), address: try row.text(1), openedAt: try row.microseconds(2),
                lastUsedAt: try row.microseconds(3), expiresAt: try row.microseconds(4), isCurrent: try row.bool(5))
        }
    }

    /// Removes some sessions that ended, and some counters of attempts that were last touched, before a moment;
    /// returns how many of each.
    public func prune(endedBefore moment: Int64, atMost limit: Int64) async throws -> (sessions: Int, counters: Int) {
        let (end, most) = (Parameter.timestamp(microseconds: moment), Parameter.int64(limit))
        var answers = try await unit([pruneSessions(end, most), pruneCounters(end, most)])
        return (try answers.next().affected, try answers.next().affected)
    }
}

private let list: Statement = """
    SELECT id, address, created_at, last_used_at, expires_at, token_hash IS NOT DISTINCT FROM $2::bytea FROM session
    WHERE account = $1 AND revoked_at IS NULL AND last_used_at > $3 AND expires_at > $4
    ORDER BY last_used_at DESC, id DESC
    """
private let pruneSessions: Statement = """
    DELETE FROM session WHERE token_hash IN (
        SELECT token_hash FROM session WHERE least(revoked_at, expires_at) < $1
        ORDER BY least(revoked_at, expires_at) LIMIT $2 FOR UPDATE SKIP LOCKED)
    """
private let pruneCounters: Statement = """
    DELETE FROM login_throttle WHERE key IN (
        SELECT key FROM login_throttle WHERE last_at < $1 AND blocked_until < $1
        ORDER BY last_at LIMIT $2 FOR UPDATE SKIP LOCKED)
    """
