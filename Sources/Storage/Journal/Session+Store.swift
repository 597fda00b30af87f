internal import Audit
internal import Contracts
public import Postgres
internal import Requests

/// What of a contract's rows may have to be removed.
public enum StoreScope: Sendable {
    /// What new facts can remove: installments and results that the terms no longer have.
    case terms
    /// Whatever does not follow from the journal.
    case everything
}

extension Session {
    /// Appends the new entries and brings every row that follows from the journals to what it should be, in one round
    /// trip: what is there already and the same is not touched, what no longer follows is removed. Within a
    /// transaction.
    public func store(_ contracts: [ContractWrite], removing scope: StoreScope = .terms) async throws {
        _ = try await unit(Self.storing(contracts, scope))
    }

    /// The same as the last act of the transaction, together with its COMMIT.
    public func storeAndCommit(_ contracts: [ContractWrite]) async throws {
        try await commit(with: Self.storing(contracts, .terms))
    }

    private static func storing(_ contracts: [ContractWrite], _ scope: StoreScope) -> [Query] {
        let projections = contracts.map(\.projection)
        let numbers = projections.map(\.contract.journalHead.entry.contract)
        var store = RowStore(contracts: numbers, scope: scope)
        store.upsert(ContractRow.table, projections.map(\.contract))
        let entries = contracts.flatMap(\.entries)
        if !entries.isEmpty { store.queries.append(Query(JournalRow.table.insert, JournalRow.table.arrays(entries))) }
        store.replace(InstallmentRow.table, projections.flatMap(\.installments), Strays.installments, .terms) {
            ($0.contract, $0.installment.id)
        }
        store.replace(RequestRow.table, projections.flatMap(\.requests), Strays.requests, .everything) {
            ($0.contract, $0.request.id)
        }
        // Their rows go with the requests'.
        store.upsert(RequestActRow.table, projections.flatMap(\.acts))
        store.replace(PaymentRow.table, projections.flatMap(\.payments), Strays.payments, .everything) {
            ($0.contract, $0.payment.id)
        }
        store.replace(InvoiceRow.table, projections.flatMap(\.invoices), Strays.invoices, .everything) {
            ($0.contract, $0.factID)
        }
        store.replace(AssessmentRow.table, projections.flatMap(\.results), Strays.results, .terms) {
            ($0.contract, $0.assessment.id)
        }
        store.replace(
            DocumentReferenceRow.table, projections.flatMap(\.references), Strays.references, .everything
        ) { ($0.contract, $0.factID) }
        return store.queries
    }
}

/// The statements that bring the rows of some contracts to what they should be.
private struct RowStore {
    let contracts: [String]
    let scope: StoreScope
    var queries: [Query] = []

    mutating func upsert<Row>(_ table: Table<Row>, _ rows: [Row]) {
        if !rows.isEmpty { queries.append(Query(table.upsert, table.arrays(rows))) }
    }

    /// `least` is the scope from which on rows of the table can be superfluous.
    mutating func replace<Row>(
        _ table: Table<Row>, _ rows: [Row], _ strays: Statement, _ least: StoreScope, key: (Row) -> (String, String)
    ) {
        if scope == .everything || least == .terms {
            let keys = rows.map(key)
            queries.append(
                strays(.textArray(contracts), .textArray(keys.map(\.0)), .textArray(keys.map(\.1))))
        }
        upsert(table, rows)
    }
}

/// Removes rows of contracts that are none of those given.
private enum Strays {
    static let installments: Statement = """
        DELETE FROM installment_position WHERE contract = ANY($1::text[])
            AND (contract, installment) NOT IN (SELECT * FROM unnest($2::text[], $3::text[]))
        """
    static let requests: Statement = """
        DELETE FROM payment_request WHERE contract = ANY($1::text[])
            AND (contract, id) NOT IN (SELECT * FROM unnest($2::text[], $3::text[]))
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
