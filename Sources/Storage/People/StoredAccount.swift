public import Postgres

/// An account with what it may do now, without its password's hash.
public struct StoredAccount: Equatable, Sendable {
    public let id: Int64
    public let name: String
    public let displayName: String
    public let department: StoredDepartment
    /// Names of roles.
    public let roles: [String]
    /// Whether it sees every department as an auditor.
    public let auditsAll: Bool
    /// Departments granted to it as an auditor.
    public let audited: [StoredDepartment]
    public let isDisabled: Bool
    /// How often its password or second factor was changed.
    public let credentialsVersion: Int64
}

extension StoredAccount {
    /// The columns that ``init(_:)`` reads, of the ``source``.
    static let columns = """
        a.id, a.name, a.display_name, d.id, d.name, d.name_key, d.approval_chain,
        ARRAY(SELECT role FROM account_role WHERE account = a.id ORDER BY role)::text[],
        a.audits_all, a.disabled_at IS NOT NULL, a.credentials_version,
        ARRAY(SELECT concat_ws(E'\\x1f', o.id, o.name, o.name_key, array_to_string(o.approval_chain, ' '))
            FROM account_department g JOIN department o ON o.id = g.department
            WHERE g.account = a.id ORDER BY g.department)::text[]
        """
    /// Where they come from.
    static let source = "account a JOIN department d ON d.id = a.department"

    /// Reads the answer to one of the queries below.
    public init(_ row: borrowing Row) throws(PostgresError) {
        id = try row.int64(0)
        name = try row.text(1)
        displayName = try row.text(2)
        department = StoredDepartment(
            id: try row.int64(3), name: try row.text(4), key: try row.text(5),
            approvalChain: try row.textArray(6).compactMap { $0 })
        roles = try row.textArray(7).compactMap { $0 }
        auditsAll = try row.bool(8)
        isDisabled = try row.bool(9)
        credentialsVersion = try row.int64(10)
        audited = try row.textArray(11).compactMap { $0.flatMap(StoredDepartment.init(packed:)) }
    }
}

extension StoredDepartment {
    /// Reads id, name, key and chain out of one text: one subquery for all of them makes the look-up of every request
    /// a third cheaper than one for each. A name has no control character (department_name_form), so no separator.
    fileprivate init?(packed text: String) {
        let parts = text.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let id = Int64(parts[0]) else { return nil }
        self.init(
            id: id, name: parts[1], key: parts[2], approvalChain: parts[3].split(separator: " ").map(String.init))
    }
}

extension StoredAccount {
    /// Reads the account of an id.
    public static func query(id: Int64) -> Query { byID(.int64(id)) }

    /// Reads the account of a name, compared as the database does.
    public static func query(name: String) -> Query { byName(.text(name)) }

    /// Reads the account of a session that is live at a moment (microseconds since 1970) and was used after another,
    /// and notes the use, once a minute.
    public static func query(session hash: [UInt8], at moment: Int64, usedAfter limit: Int64) -> Query {
        bySession(.bytes(hash), .timestamp(microseconds: moment), .timestamp(microseconds: limit))
    }

    /// Reads the account of a program's token that is live at a moment, and notes the day as the one of its last use.
    public static func query(token hash: [UInt8], at moment: Int64) -> Query {
        byToken(.bytes(hash), .timestamp(microseconds: moment))
    }

    private static let byID = Statement(text: "SELECT \(columns) FROM \(source) WHERE a.id = $1")
    private static let byName = Statement(
        text: """
            SELECT \(columns) FROM \(source) WHERE a.name_key = lower(normalize($1::text, NFKC) COLLATE "C")
            """)
    private static let bySession = Statement(
        text: """
            WITH live AS (
                SELECT account, token_hash, last_used_at FROM session
                WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > $2 AND last_used_at > $3),
            used AS (
                UPDATE session s SET last_used_at = $2 FROM live
                WHERE s.token_hash = live.token_hash AND live.last_used_at <= $2 - interval '1 minute'
                    AND s.last_used_at <= $2 - interval '1 minute')
            SELECT \(columns) FROM live JOIN (\(source)) ON a.id = live.account WHERE a.disabled_at IS NULL
            """)
    private static let byToken = Statement(
        text: """
            WITH live AS (
                SELECT account, token_hash, last_used_on FROM api_token
                WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > $2),
            used AS (
                UPDATE api_token t SET last_used_on = ($2 AT TIME ZONE 'Asia/Shanghai')::date FROM live
                WHERE t.token_hash = live.token_hash
                    AND live.last_used_on IS DISTINCT FROM ($2 AT TIME ZONE 'Asia/Shanghai')::date)
            SELECT \(columns) FROM live JOIN (\(source)) ON a.id = live.account WHERE a.disabled_at IS NULL
            """)
}
