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
}

extension StoredAccount {
    /// The columns that ``init(_:)`` reads, of the tables `a` and `d`.
    static let columns = """
        a.id, a.name, a.display_name, d.id, d.name, d.name_key,
        ARRAY(SELECT role FROM account_role WHERE account = a.id ORDER BY role)::text[],
        a.audits_all,
        ARRAY(SELECT g.department FROM account_department g WHERE g.account = a.id ORDER BY g.department)::int8[],
        ARRAY(SELECT o.name FROM account_department g JOIN department o ON o.id = g.department
            WHERE g.account = a.id ORDER BY g.department)::text[],
        ARRAY(SELECT o.name_key FROM account_department g JOIN department o ON o.id = g.department
            WHERE g.account = a.id ORDER BY g.department)::text[],
        a.disabled_at IS NOT NULL
        """
    /// Where they come from.
    static let source = "account a JOIN department d ON d.id = a.department"

    /// Reads the answer to one of the queries below.
    public init(_ row: borrowing Row) throws(PostgresError) {
        id = try row.int64(0)
        name = try row.text(1)
        displayName = try row.text(2)
        department = StoredDepartment(id: try row.int64(3), name: try row.text(4), key: try row.text(5))
        roles = try row.textArray(6).compactMap { $0 }
        auditsAll = try row.bool(7)
        let names = try row.textArray(9)
        let keys = try row.textArray(10)
        audited = zip(try row.int64Array(8), zip(names, keys)).compactMap { id, text in
            guard let id, let name = text.0, let key = text.1 else { return nil }
            return StoredDepartment(id: id, name: name, key: key)
        }
        isDisabled = try row.bool(11)
    }
}

extension StoredAccount {
    /// Reads the account of an id.
    public static func query(id: Int64) -> Query { byID(.int64(id)) }

    /// Reads the account of a session that is live at a moment (microseconds since 1970).
    public static func query(session hash: [UInt8], at moment: Int64) -> Query {
        bySession(.bytes(hash), .timestamp(microseconds: moment))
    }

    /// Reads the account of a program's token that is live at a moment, and notes the day as the one of its last use.
    public static func query(token hash: [UInt8], at moment: Int64) -> Query {
        byToken(.bytes(hash), .timestamp(microseconds: moment))
    }

    private static let byID = Statement(text: "SELECT \(columns) FROM \(source) WHERE a.id = $1")
    private static let bySession = Statement(
        text: """
            SELECT \(columns) FROM session s JOIN (\(source)) ON a.id = s.account
            WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND a.disabled_at IS NULL
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
