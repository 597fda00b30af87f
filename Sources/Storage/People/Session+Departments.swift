public import Postgres

/// A department (采购人) as stored.
public struct StoredDepartment: Equatable, Hashable, Sendable {
    public let id: Int64
    public let name: String
    /// The name as the database compares it, also with a contract's buyer.
    public let key: String
    /// Names of the roles that approve a payment request, first to last.
    public let approvalChain: [String]
}

extension Session {
    /// Adds a department.
    public func addDepartment(_ name: String, at moment: Int64) async throws -> StoredDepartment {
        try await query(add(.text(name), .timestamp(microseconds: moment))).one(StoredDepartment.init)
    }

    /// The department of a name, compared as the database does.
    public func department(named name: String) async throws -> StoredDepartment? {
        try await query(StoredDepartment.query(named: name)).first(StoredDepartment.init)
    }

    /// All departments by name.
    public func departments() async throws -> [StoredDepartment] {
        try await query(list()).map(StoredDepartment.init)
    }

    /// Sets who approves in the department of a name; nil where there is none.
    public func setApprovalChain(_ roles: [String], of name: String) async throws -> StoredDepartment? {
        try await query(setChain(.text(name), .textArray(roles))).first(StoredDepartment.init)
    }
}

extension Session {
    /// A name as the database compares names of departments.
    public func key(of name: String) async throws -> String {
        try await query(normalise(.text(name))).one { row throws(PostgresError) in try row.text(0) }
    }
}

private let normalise: Statement = "SELECT lower(normalize($1::text, NFKC) COLLATE \"C\")"

extension StoredDepartment {
    /// Reads the department of a name, compared as the database does.
    public static func query(named name: String) -> Query { find(.text(name)) }

    /// Reads its row.
    public init(_ row: borrowing Row) throws(PostgresError) {
        self.init(
            id: try row.int64(0), name: try row.text(1), key: try row.text(2),
            approvalChain: try row.textArray(3).compactMap { $0 })
    }
}

private let add: Statement = """
    INSERT INTO department (name, created_at) VALUES (normalize($1::text, NFC), $2)
    RETURNING id, name, name_key, approval_chain
    """
private let find: Statement = """
    SELECT id, name, name_key, approval_chain FROM department
    WHERE name_key = lower(normalize($1::text, NFKC) COLLATE "C")
    """
private let list: Statement = "SELECT id, name, name_key, approval_chain FROM department ORDER BY name_key"
private let setChain: Statement = """
    UPDATE department SET approval_chain = $2::text[]
    WHERE name_key = lower(normalize($1::text, NFKC) COLLATE "C") RETURNING id, name, name_key, approval_chain
    """
