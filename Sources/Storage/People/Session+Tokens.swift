public import Postgres

/// A token by which a program acts as an account; the token itself is stored nowhere.
public struct StoredToken: Equatable, Sendable {
    public let id: Int64
    /// Name of the account.
    public let account: String
    public let label: String
    /// Microseconds since 1970-01-01T00:00:00Z, as the others.
    public let createdAt: Int64
    public let expiresAt: Int64
    public let revokedAt: Int64?
    /// Days since 1970-01-01.
    public let lastUsedOn: Int32?
}

extension Session {
    /// Adds a token and returns its id. A key is that of one request only.
    public func addToken(
        _ hash: [UInt8], of account: Int64, label: String, at moment: Int64, until end: Int64, requestKey: String? = nil
    ) async throws -> Int64 {
        try await query(
            add(
                .bytes(hash), .int64(account), .text(label), .timestamp(microseconds: moment),
                .timestamp(microseconds: end), .text(requestKey))
        ).one { row throws(PostgresError) in try row.int64(0) }
    }

    /// Ends a token; false where there is none of that id. One that is over stays as it is.
    public func revokeToken(_ id: Int64, at moment: Int64) async throws -> Bool {
        try await query(revoke(.int64(id), .timestamp(microseconds: moment))).affected == 1
    }

    /// A page of the tokens of the account of a name, or of all for nil, the newest first, below an id.
    public func tokens(of name: String?, below id: Int64, limit: Int) async throws -> [StoredToken] {
        try await tokens(page(.text(name), .int64(id), .int64(Int64(limit))))
    }

    /// The token of an id.
    public func token(_ id: Int64) async throws -> StoredToken? { try await tokens(find(.int64(id))).first }

    /// Tokens of the account of a name, or of all for nil, in the order of their ids.
    public func tokens(of name: String?) async throws -> [StoredToken] { try await tokens(list(.text(name))) }

    private func tokens(_ statement: Query) async throws -> [StoredToken] {
        try await query(statement).map { row throws(PostgresError) in
            StoredToken(
                id: try row.int64(0), account: try row.text(1), label: try row.text(2),
                createdAt: try row.microseconds(3),
                expiresAt: try row.microseconds(4), revokedAt: try row.microsecondsIfAny(5),
                lastUsedOn: try row.daysIfAny(6))
        }
    }
}

private let add: Statement = """
    INSERT INTO api_token (token_hash, account, label, created_at, expires_at, request_key)
    VALUES ($1, $2, normalize($3::text, NFC), $4, $5, $6) RETURNING id
    """
private let revoke: Statement = "UPDATE api_token SET revoked_at = coalesce(revoked_at, $2) WHERE id = $1"
private let select = """
    SELECT t.id, a.name, t.label, t.created_at, t.expires_at, t.revoked_at, t.last_used_on
    FROM api_token t JOIN account a ON a.id = t.account
    """
private let isOfAccount = "($1::text IS NULL OR a.name_key = lower(normalize($1::text, NFKC) COLLATE \"C\"))"
private let list = Statement(text: "\(select) WHERE \(isOfAccount) ORDER BY t.id")
private let page = Statement(text: "\(select) WHERE \(isOfAccount) AND t.id < $2 ORDER BY t.id DESC LIMIT $3")
private let find = Statement(text: "\(select) WHERE t.id = $1")
