public import Postgres

/// What a log-in is compared with.
public struct Credentials: Sendable {
    public let account: Int64
    /// As entered.
    public let name: String
    public let passwordHash: String
    public let isDisabled: Bool
}

extension Session {
    /// The credentials of the account of a name, compared as the database does.
    public func credentials(of name: String) async throws -> Credentials? {
        try await query(find(.text(name))).first { row throws(PostgresError) in
            Credentials(
                account: try row.int64(0), name: try row.text(1), passwordHash: try row.text(2),
                isDisabled: try row.bool(3))
        }
    }
}

private let find: Statement = """
    SELECT id, name, password_hash, disabled_at IS NOT NULL FROM account
    WHERE name_key = lower(normalize($1::text, NFKC) COLLATE "C")
    """
