internal import Contracts
internal import Storage

extension Workspace {
    /// The bank accounts of a contract's supplier from its own department's list, with numbers masked for whoever may
    /// neither propose, confirm nor pay; nil where none was ever proposed.
    func accounts(of terms: Contract, for authority: Authority) async throws -> BankAccountHistory? {
        let stored = try await database.bankAccountChanges(of: [(terms.supplier, terms.buyer)])[0]
        guard let first = stored.first else { return nil }
        return BankAccountHistory(
            department: Department(first.department), supplier: terms.supplier,
            changes: stored.map { BankAccountChange($0, isMasked: !authority.seesAccountNumbers) })
    }
}
