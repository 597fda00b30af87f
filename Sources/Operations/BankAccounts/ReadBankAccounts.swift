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
            return authority.histories(try StoredBankAccountChange.read(try answers.next()))
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
