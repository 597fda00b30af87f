internal import Audit
internal import Contracts
public import Postgres

extension Session {
    /// Appends the new entries and brings every row that follows from the journals to what it should be, in one round
    /// trip: what is there already and the same is not touched, what no longer follows is removed. Within a
    /// transaction.
    public func store(_ contracts: [ContractWrite]) async throws {
        let projections = contracts.map(\.projection)
        let numbers = projections.map(\.contract.journalHead.entry.contract)
        var queries = [Query(ContractRow.table.upsert, ContractRow.table.arrays(projections.map(\.contract)))]
        let entries = contracts.flatMap(\.entries)
        if !entries.isEmpty { queries.append(Query(JournalRow.table.insert, JournalRow.table.arrays(entries))) }

        let installments = projections.flatMap(\.installments)
        queries += Self.replace(InstallmentRow.table, installments, Strays.installments, numbers) {
            ($0.contract, $0.installment.id)
        }
        let payments = projections.flatMap(\.payments)
        queries += Self.replace(PaymentRow.table, payments, Strays.payments, numbers) { ($0.contract, $0.factID) }
        let invoices = projections.flatMap(\.invoices)
        queries += Self.replace(InvoiceRow.table, invoices, Strays.invoices, numbers) { ($0.contract, $0.factID) }
        let results = projections.flatMap(\.results)
        queries += Self.replace(AssessmentRow.table, results, Strays.results, numbers) {
            ($0.contract, $0.assessment.id)
        }
        let references = projections.flatMap(\.references)
        queries += Self.replace(DocumentReferenceRow.table, references, Strays.references, numbers) {
            ($0.contract, $0.factID)
        }
        _ = try await unit(queries)
    }

    private static func replace<Row>(
        _ table: Table<Row>, _ rows: [Row], _ strays: Statement, _ contracts: [String], key: (Row) -> (String, String)
    ) -> [Query] {
        let keys = rows.map(key)
        let removal = strays(.textArray(contracts), .textArray(keys.map(\.0)), .textArray(keys.map(\.1)))
        return rows.isEmpty ? [removal] : [removal, Query(table.upsert, table.arrays(rows))]
    }
}

/// Removes rows of contracts that are none of those given.
private enum Strays {
    static let installments: Statement = """
        DELETE FROM installment_position WHERE contract = ANY($1::text[])
            AND (contract, installment) NOT IN (SELECT * FROM unnest($2::text[], $3::text[]))
        """
    static let payments: Statement = """
        DELETE FROM payment WHERE contract = ANY($1::text[])
            AND (contract, fact_id) NOT IN (SELECT * FROM unnest($2::text[], $3::text[]))
        """
    static let invoices: Statement = """
        DELETE FROM invoice WHERE contract = ANY($1::text[])
            AND (contract, fact_id) NOT IN (SELECT * FROM unnest($2::text[], $3::text[]))
        """
    static let results: Statement = """
        DELETE FROM assessment_result WHERE contract = ANY($1::text[])
            AND (contract, assessment) NOT IN (SELECT * FROM unnest($2::text[], $3::text[]))
        """
    static let references: Statement = """
        DELETE FROM document_reference WHERE contract = ANY($1::text[])
            AND (contract, fact_id) NOT IN (SELECT * FROM unnest($2::text[], $3::text[]))
        """
}
