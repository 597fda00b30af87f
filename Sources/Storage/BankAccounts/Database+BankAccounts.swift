public import Postgres

extension Database {
    /// All changes of several suppliers' bank accounts, in all departments, by the names of the suppliers as asked for;
    /// names are compared as the database does.
    public func bankAccountChanges(
        ofSuppliers suppliers: [String]
    ) async throws -> [String: [StoredBankAccountChange]] {
        var answers = try await unit([
            keys(.textArray(suppliers)), StoredBankAccountChange.query(suppliers: suppliers),
        ])
        let keys = try answers.next().map { row throws(PostgresError) in (name: try row.text(0), key: try row.text(1)) }
        let changes = Dictionary(grouping: try StoredBankAccountChange.read(try answers.next()), by: \.supplierKey)
        return Dictionary(keys.map { ($0.name, changes[$0.key] ?? []) }, uniquingKeysWith: { first, _ in first })
    }
}

private let keys: Statement = """
    SELECT name, lower(normalize(name, NFKC) COLLATE "C") FROM unnest($1::text[]) AS asked (name)
    """
