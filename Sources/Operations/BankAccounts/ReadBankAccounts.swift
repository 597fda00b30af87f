internal import Postgres
internal import Storage
internal import Values

extension Workspace {
    /// The bank accounts of a supplier with all their changes, in each department that the caller sees: of a clerk the
    /// own one. ``BankAccountHistory`` tells which is in force at a moment. Numbers are masked except the last four
    /// digits for whoever may neither propose, confirm nor pay.
    public func bankAccounts(
        of supplier: String, by caller: Caller
    ) async throws(OperationError) -> [BankAccountHistory] {
        try await loggingRefusals(of: caller, Act.readBankAccounts.rawValue, supplier) {
            var answers = try await database.unit(
                rights(of: caller) + [StoredBankAccountChange.query(supplier: supplier)])
            let authority = try authority(of: caller, &answers)
            try authority.require(.readContracts)
            let stored = try StoredBankAccountChange.read(try answers.next())
            let visible = stored.filter { authority.actor?.sees($0.department.id) ?? true }
            return Dictionary(grouping: visible, by: \.department).values.map { changes in
                BankAccountHistory(
                    department: Department(changes[0].department), supplier: changes[changes.count - 1].supplier,
                    changes: changes.map { BankAccountChange($0, isMasked: !authority.seesAccountNumbers) })
            }.sorted { $0.department.id < $1.department.id }
        }
    }
}

extension Authority {
    /// Whether whole numbers of bank accounts are shown: to those who work with them, and to the console.
    var seesAccountNumbers: Bool {
        guard let actor else { return true }
        return [.proposeBankAccounts, .confirmBankAccounts, .recordPayments].contains(where: actor.may)
    }
}
