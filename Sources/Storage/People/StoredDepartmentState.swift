public import Postgres

/// A department with its settings and how many people and open payment requests it has.
public struct StoredDepartmentState: Equatable, Sendable {
    public let department: StoredDepartment
    /// How long a supplier's confirmed bank account waits before it is in force.
    public let coolingHours: Int
    public let accounts: Int
    /// Payment requests that still wait for somebody.
    public let openRequests: Int
}

extension StoredDepartmentState {
    /// Reads the departments in the order of their names behind one.
    public static func page(behind name: String, limit: Int) -> Query { list(.text(name), .int64(Int64(limit))) }

    /// Reads the department of a name, compared as the database does.
    public static func query(name: String) -> Query { named(.text(name)) }

    /// Reads a row of it.
    public init(_ row: borrowing Row) throws(PostgresError) {
        department = try StoredDepartment(row)
        coolingHours = Int(try row.int64(4))
        accounts = Int(try row.int64(5))
        openRequests = Int(try row.int64(6))
    }

    private static let columns = """
        d.id, d.name, d.name_key, d.approval_chain, d.bank_account_cooling_hours::int8,
        (SELECT count(*) FROM account WHERE department = d.id AND disabled_at IS NULL),
        (SELECT count(*) FROM payment_request WHERE buyer_key = d.name_key AND waits_for IS NOT NULL)
        """
    private static let list = Statement(
        text: """
            SELECT \(columns) FROM department d
            WHERE d.name_key > lower(normalize($1::text, NFKC) COLLATE "C") COLLATE "C" ORDER BY d.name_key LIMIT $2
            """)
    private static let named = Statement(
        text: """
            SELECT \(columns) FROM department d WHERE d.name_key = lower(normalize($1::text, NFKC) COLLATE "C")
            """)
}
