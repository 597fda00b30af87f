internal import Postgres
public import Storage
internal import Values

/// A supplier in a list, with what is known of its bank accounts.
public struct SupplierAnswer: Sendable {
    public let supplier: ListedSupplier
    /// One for each department that the caller sees and that proposed an account; of a clerk the own one at most.
    public let histories: [BankAccountHistory]
}

extension Workspace {
    /// A page of the suppliers of the contracts that the caller sees, in the order of their names, behind the key of
    /// one of them. Numbers of accounts are masked as ``bankAccounts(of:by:)`` does it.
    public func suppliers(
        _ filter: SupplierFilter = SupplierFilter(), after key: String = "", limit: Int, by caller: Caller
    ) async throws(OperationError) -> [SupplierAnswer] {
        let page = try await readingList("list-suppliers", by: caller) { _, scope in
            [ListedSupplier.page(scope, filter, after: key, limit: limit)]
        } _: { answers in
            try answers.next().map(ListedSupplier.init)
        }
        let changes = StoredBankAccountChange.query(suppliers: page.map(\.name))
        return try await reading("list-suppliers", by: caller, [changes]) { authority, answers in
            try authority.require(.readContracts)
            let stored = Dictionary(grouping: try StoredBankAccountChange.read(try answers.next()), by: \.supplierKey)
            return page.map { supplier in
                SupplierAnswer(supplier: supplier, histories: authority.histories(stored[supplier.key] ?? []))
            }
        }
    }
}

extension Authority {
    /// The changes of one supplier's accounts in the departments that the caller sees, by department.
    func histories(_ stored: [StoredBankAccountChange]) -> [BankAccountHistory] {
        let visible = stored.filter { actor?.sees($0.department.id) ?? true }
        return Dictionary(grouping: visible, by: \.department).values.map { changes in
            BankAccountHistory(
                department: Department(changes[0].department), supplier: changes[changes.count - 1].supplier,
                changes: changes.map { BankAccountChange($0, isMasked: !seesAccountNumbers) })
        }.sorted { $0.department.id < $1.department.id }
    }
}
