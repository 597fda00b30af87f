public import Postgres

/// What a log-in or a confirmation is compared with.
public struct Credentials: Sendable {
    public let account: Int64
    /// As entered.
    public let name: String
    public let passwordHash: String
    /// How often the password or the second factor was changed.
    public let version: Int64
    /// Nil where none is asked for.
    public let secondFactor: StoredSecondFactor?
    public let isDisabled: Bool
}

extension Session {
    /// The credentials of the account of a name, compared as the database does.
    public func credentials(of name: String) async throws -> Credentials? {
        try await query(findNamed(.text(name))).first(read)
    }

    /// The credentials of the account of an id.
    public func credentials(of account: Int64) async throws -> Credentials? {
        try await query(findID(.int64(account))).first(read)
    }
}

private func read(_ row: borrowing Row) throws(PostgresError) -> Credentials {
    let factor: StoredSecondFactor? = try row.isNull(5) ? nil : try StoredSecondFactor(row, from: 5)
    return Credentials(
        account: try row.int64(0), name: try row.text(1), passwordHash: try row.text(2), version: try row.int64(3),
        secondFactor: factor, isDisabled: try row.bool(4))
}

private let columns = """
    a.id, a.name, a.password_hash, a.credentials_version, a.disabled_at IS NOT NULL, \(StoredSecondFactor.columns)
    FROM account a LEFT JOIN second_factor f ON f.account = a.id AND f.enrolled_at IS NOT NULL
    """
private let findNamed = Statement(
    text: "SELECT \(columns) WHERE a.name_key = lower(normalize($1::text, NFKC) COLLATE \"C\")")
private let findID = Statement(text: "SELECT \(columns) WHERE a.id = $1")
