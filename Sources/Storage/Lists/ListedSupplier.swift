public import Postgres
public import Values

/// A supplier of the contracts that somebody sees, or one whose bank account was proposed.
public struct ListedSupplier: Equatable, Sendable {
    /// As one of the contracts, or a proposal, writes it.
    public let name: String
    /// The name as the database compares it.
    public let key: String
    public let contracts: Int
    /// Of all of them.
    public let outstanding: Money
}

/// Which suppliers a list shows.
public struct SupplierFilter: Sendable {
    /// A part of the name; nil for any.
    public var text: String?
    /// Only those with a bank account that waits for a second person.
    public var isOpen: Bool

    /// Shows all.
    public init(text: String? = nil, isOpen: Bool = false) {
        self.text = text
        self.isOpen = isOpen
    }
}

extension ListedSupplier {
    /// Reads a page in the order of the names as the database compares them, behind one of them.
    public static func page(_ scope: BuyerScope, _ filter: SupplierFilter, after key: String, limit: Int) -> Query {
        statement.query(scope, [.text(filter.text), .bool(filter.isOpen), .text(key), .int64(Int64(limit))])
    }

    /// Reads a row of it.
    public init(_ row: borrowing Row) throws(PostgresError) {
        key = try row.text(0)
        name = try row.text(1)
        contracts = Int(try row.int64(2))
        outstanding = try row.money(3)
    }

    private static let statement = ScopedStatement { condition in
        """
        SELECT key, min(supplier), sum(contracts)::int8, sum(outstanding)::int8
        FROM (
            SELECT lower(normalize(supplier, NFKC) COLLATE "C") AS key, supplier, 1 AS contracts,
                outstanding_fen AS outstanding, false AS is_open
            FROM contract WHERE \(condition)
            UNION ALL
            SELECT p.supplier_key, p.supplier, 0, 0,
                NOT EXISTS (SELECT FROM bank_account_decision AS d WHERE d.proposal = p.id)
            FROM bank_account_proposal AS p
            JOIN (SELECT id, name_key AS buyer_key FROM department) AS o ON o.id = p.department WHERE \(condition)
        ) AS named
        WHERE ($2::text IS NULL OR strpos(key, lower(normalize($2, NFKC) COLLATE "C")) > 0) AND key > $4
        GROUP BY key HAVING NOT $3::bool OR bool_or(is_open) ORDER BY key LIMIT $5
        """
    }
}
