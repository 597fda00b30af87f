internal import Postgres

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
        a.id, a.name, a.display_name, d.id, d.name,
        ARRAY(SELECT role FROM account_role WHERE account = a.id ORDER BY role)::text[],
        a.audits_all,
        ARRAY(SELECT g.department FROM account_department g WHERE g.account = a.id ORDER BY g.department)::int8[],
        ARRAY(SELECT o.name FROM account_department g JOIN department o ON o.id = g.department
            WHERE g.account = a.id ORDER BY g.department)::text[],
        a.disabled_at IS NOT NULL
        """
    /// Where they come from.
    static let source = "account a JOIN department d ON d.id = a.department"

    init(_ row: borrowing Row) throws(PostgresError) {
        id = try row.int64(0)
        name = try row.text(1)
        displayName = try row.text(2)
        department = StoredDepartment(id: try row.int64(3), name: try row.text(4))
        roles = try row.textArray(5).compactMap { $0 }
        auditsAll = try row.bool(6)
        let names = try row.textArray(8)
        audited = zip(try row.int64Array(7), names).compactMap { id, name in
            guard let id, let name else { return nil }
            return StoredDepartment(id: id, name: name)
        }
        isDisabled = try row.bool(9)
    }
}
