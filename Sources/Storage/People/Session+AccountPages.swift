public import Postgres

/// What stands about an account beside what it may do.
public struct StoredAccountState: Equatable, Sendable {
    public let account: StoredAccount
    /// Microseconds since 1970-01-01T00:00:00Z, as the others.
    public let createdAt: Int64
    public let passwordSetAt: Int64
    /// Since when a second factor is asked for; nil for none.
    public let secondFactorSince: Int64?
    /// When one of its sessions was used last, as long as sessions are kept; nil for never.
    public let lastSeenAt: Int64?
    /// Live sessions.
    public let sessions: Int
}

extension StoredAccountState {
    /// Reads the accounts whose names contain a text (all for nil), in the order of their names behind one; or the
    /// account of a name. `moment` is now, `limit` when a session must have been used last to live.
    public static func page(
        containing text: String?, behind name: String, limit: Int, at moment: Int64, usedAfter idle: Int64
    ) -> Query {
        list(
            .text(text), .text(name), .int64(Int64(limit)), .timestamp(microseconds: moment),
            .timestamp(microseconds: idle))
    }

    /// Reads the account of a name, compared as the database does.
    public static func query(name: String, at moment: Int64, usedAfter idle: Int64) -> Query {
        named(.text(name), .timestamp(microseconds: moment), .timestamp(microseconds: idle))
    }

    /// Reads a row of it.
    public init(_ row: borrowing Row) throws(PostgresError) {
        account = try StoredAccount(row)
        createdAt = try row.microseconds(12)
        passwordSetAt = try row.microseconds(13)
        secondFactorSince = try row.microsecondsIfAny(14)
        lastSeenAt = try row.microsecondsIfAny(15)
        sessions = Int(try row.int64(16))
    }

    private static func columns(_ moment: String, _ idle: String) -> String {
        """
        \(StoredAccount.columns), a.created_at, a.password_set_at,
        (SELECT enrolled_at FROM second_factor WHERE account = a.id),
        (SELECT max(last_used_at) FROM session WHERE account = a.id),
        (SELECT count(*) FROM session WHERE account = a.id AND revoked_at IS NULL AND expires_at > \(moment)
            AND last_used_at > \(idle))
        """
    }

    private static let list = Statement(
        text: """
            SELECT \(columns("$4", "$5")) FROM \(StoredAccount.source)
            WHERE a.name_key > lower(normalize($2::text, NFKC) COLLATE "C") COLLATE "C"
                AND ($1::text IS NULL OR strpos(a.name_key, lower(normalize($1, NFKC) COLLATE "C")) > 0
                    OR strpos(lower(a.display_name), lower($1)) > 0 OR strpos(lower(d.name), lower($1)) > 0)
            ORDER BY a.name_key LIMIT $3
            """)
    private static let named = Statement(
        text: """
            SELECT \(columns("$2", "$3")) FROM \(StoredAccount.source)
            WHERE a.name_key = lower(normalize($1::text, NFKC) COLLATE "C")
            """)
}
