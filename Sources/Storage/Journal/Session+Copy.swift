public import Postgres

extension Session {
    /// Writes contracts that are not registered yet, all their rows by COPY. Within a transaction.
    public func copy(_ contracts: [ContractWrite]) async throws {
        // Contracts first: the others refer to them.
        try await copy(ContractRow.table, contracts.map(\.projection.contract))
        try await copy(JournalRow.table, contracts.flatMap(\.entries))
        try await copy(InstallmentRow.table, contracts.flatMap(\.projection.installments))
        // New contracts have no payment requests.
        try await copy(PaymentRow.table, contracts.flatMap(\.projection.payments))
        try await copy(InvoiceRow.table, contracts.flatMap(\.projection.invoices))
        try await copy(AssessmentRow.table, contracts.flatMap(\.projection.results))
        try await copy(DocumentReferenceRow.table, contracts.flatMap(\.projection.references))
    }

    private func copy<Row>(_ table: Table<Row>, _ rows: [Row]) async throws {
        guard !rows.isEmpty else { return }
        var rest = rows[...]
        _ = try await copyIn(table.copy) { buffer in
            for row in rest.prefix(50) { try table.write(row, to: &buffer) }
            rest = rest.dropFirst(50)
            return !rest.isEmpty
        }
    }
}
