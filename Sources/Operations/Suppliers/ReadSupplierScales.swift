internal import Audit
internal import Postgres
internal import Storage

extension Workspace {
    /// What was recorded about the scale of a supplier, in each department that the caller sees: by department, then in
    /// the order of the days from which it holds.
    public func supplierScales(
        of supplier: String, by caller: Caller = .console
    ) async throws(OperationError) -> [SupplierScaleRecord] {
        try await reading(
            "read-supplier-scales", supplier, by: caller, [StoredSupplierScale.query(supplier: supplier)]
        ) { authority, answers in
            try authority.require(.readContracts)
            return try answers.next().map(StoredSupplierScale.init)
                .filter { authority.sees(buyer: $0.department.key) }.map(SupplierScaleRecord.init)
        }
    }

    /// Computes the recorded scales afresh from the office's journal.
    func rebuildSupplierScales() async throws {
        let office = try await database.officeJournal()
        let acts = office.acts(SupplierScaleAct.action).compactMap { act, entry in
            SupplierScaleAct(act).map { (act: $0, entry: entry) }
        }
        try await database.withTransaction { try await $0.replaceSupplierScales(acts) }
    }
}
