public import Postgres

extension Database {
    /// The changes of suppliers' bank accounts that their buyers' departments made, one list for each pair of names;
    /// names are compared as the database does.
    public func bankAccountChanges(
        of parties: [(supplier: String, buyer: String)]
    ) async throws -> [[StoredBankAccountChange]] {
        let suppliers = parties.map(\.supplier)
        var answers = try await unit([
            keys(.textArray(suppliers), .textArray(parties.map(\.buyer))),
            StoredBankAccountChange.query(suppliers: suppliers),
        ])
        let keys = try answers.next().map { row throws(PostgresError) in
            (supplier: try row.text(0), buyer: try row.text(1))
        }
        let changes = Dictionary(grouping: try StoredBankAccountChange.read(try answers.next()), by: \.supplierKey)
        return keys.map { key in (changes[key.supplier] ?? []).filter { $0.department.key == key.buyer } }
    }
}

private let keys: Statement = """
    SELECT lower(normalize(supplier, NFKC) COLLATE "C"), lower(normalize(buyer, NFKC) COLLATE "C")
    FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS asked (supplier, buyer, place) ORDER BY place
    """
