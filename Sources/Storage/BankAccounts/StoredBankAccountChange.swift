public import Postgres

/// A proposed bank account of a supplier with what became of it.
public struct StoredBankAccountChange: Equatable, Sendable {
    public let id: Int64
    public let department: StoredDepartment
    public let supplier: String
    /// The name as the database compares it.
    public let supplierKey: String
    /// Place among the department's proposals for the supplier.
    public let number: Int64
    public let holder: String
    public let bank: String
    public let accountNumber: String
    public let reason: String
    /// Id and name of the account that proposed it.
    public let proposer: (id: Int64, name: String)
    /// Microseconds since 1970-01-01T00:00:00Z.
    public let proposedAt: Int64
    /// In order.
    public internal(set) var decisions: [StoredBankAccountDecision]

    public static func == (left: StoredBankAccountChange, right: StoredBankAccountChange) -> Bool {
        left.id == right.id && left.decisions == right.decisions
    }
}

/// One decision on a proposed bank account.
public struct StoredBankAccountDecision: Equatable, Sendable {
    /// confirmed, rejected or withdrawn.
    public let decision: String
    /// Name of the account that decided.
    public let decidedBy: String
    public let decidedAt: Int64
    /// From when a confirmed one is in force; nil of others.
    public let effectiveAt: Int64?
    public let reason: String
    /// Id of the account that decided, and the key of its command.
    public let origin: (account: Int64, key: String)

    public static func == (left: StoredBankAccountDecision, right: StoredBankAccountDecision) -> Bool {
        left.origin == right.origin
    }
}

extension StoredBankAccountChange {
    /// Reads all changes of a supplier, compared as the database does, in all departments.
    public static func query(supplier: String) -> Query { bySupplier(.text(supplier)) }

    /// Reads the change that an account proposed under an idempotency key.
    public static func query(proposedBy account: Int64, key: String) -> Query { byKey(.int64(account), .text(key)) }

    /// Reads the change that an account decided under an idempotency key.
    public static func query(decidedBy account: Int64, key: String) -> Query {
        byDecisionKey(.int64(account), .text(key))
    }

    /// Reads all changes of several suppliers, in all departments.
    public static func query(suppliers: [String]) -> Query { bySuppliers(.textArray(suppliers)) }

    /// Takes the answer to one of the queries: by department, then in the order of the proposals.
    public static func read(_ rows: borrowing Rows) throws(PostgresError) -> [StoredBankAccountChange] {
        var changes: [StoredBankAccountChange] = []
        try rows.forEach { (row) throws(PostgresError) in
            if try changes.last?.id != row.int64(0) { changes.append(try StoredBankAccountChange(row)) }
            if let decision = try StoredBankAccountDecision(row) {
                changes[changes.count - 1].decisions.append(decision)
            }
        }
        return changes
    }

    /// The same as it was after so many decisions.
    public func decided(_ count: Int) -> StoredBankAccountChange {
        var earlier = self
        earlier.decisions = Array(decisions.prefix(count))
        return earlier
    }

    private init(_ row: borrowing Row) throws(PostgresError) {
        id = try row.int64(0)
        department = StoredDepartment(
            id: try row.int64(1), name: try row.text(2), key: try row.text(3), approvalChain: [])
        supplier = try row.text(4)
        number = try row.int64(5)
        holder = try row.text(6)
        bank = try row.text(7)
        accountNumber = try row.text(8)
        reason = try row.text(9)
        proposer = (try row.int64(10), try row.text(11))
        proposedAt = try row.microseconds(12)
        supplierKey = try row.text(20)
        decisions = []
    }

    private static let selection = """
        SELECT p.id, o.id, o.name, o.name_key, p.supplier, p.number, p.holder, p.bank, p.account_number, p.reason,
            a.id, a.name, p.proposed_at,
            d.decision, b.name, d.decided_at, d.effective_at, d.reason, d.decided_by, d.idempotency_key, p.supplier_key
        FROM bank_account_proposal p JOIN department o ON o.id = p.department JOIN account a ON a.id = p.proposed_by
        LEFT JOIN bank_account_decision d ON d.proposal = p.id LEFT JOIN account b ON b.id = d.decided_by
        """
    private static let order = "ORDER BY p.department, p.number, d.number"
    private static let bySupplier = Statement(
        text: "\(selection) WHERE p.supplier_key = lower(normalize($1::text, NFKC) COLLATE \"C\") \(order)")
    private static let bySuppliers = Statement(
        text: """
            \(selection) WHERE p.supplier_key = ANY (
                SELECT lower(normalize(asked.name, NFKC) COLLATE "C") FROM unnest($1::text[]) AS asked (name)) \(order)
            """)
    private static let byKey = Statement(
        text: "\(selection) WHERE p.proposed_by = $1 AND p.idempotency_key = $2 \(order)")
    private static let byDecisionKey = Statement(
        text: """
            \(selection) WHERE p.id = (
                SELECT proposal FROM bank_account_decision WHERE decided_by = $1 AND idempotency_key = $2) \(order)
            """)
}

extension StoredBankAccountDecision {
    /// Nil where the row has none.
    fileprivate init?(_ row: borrowing Row) throws(PostgresError) {
        guard let decision = try row.textIfAny(13) else { return nil }
        self.decision = decision
        decidedBy = try row.text(14)
        decidedAt = try row.microseconds(15)
        effectiveAt = try row.microsecondsIfAny(16)
        reason = try row.text(17)
        origin = (try row.int64(18), try row.text(19))
    }
}
