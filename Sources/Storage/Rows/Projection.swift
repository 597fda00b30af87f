public import Audit
internal import Contracts
public import Payables
public import Requests
public import Values

/// Everything that the database shows of a contract besides its journal: rows that follow from the journal and a day,
/// and from nothing else.
public struct Projection: Sendable {
    let contract: ContractRow
    let installments: [InstallmentRow]
    let requests: [RequestRow]
    let acts: [RequestActRow]
    let payments: [PaymentRow]
    let invoices: [InvoiceRow]
    let results: [AssessmentRow]
    let references: [DocumentReferenceRow]

    /// `statement` is that of the journal's dossier on the day, `ledger` holds the journal's payment requests. Throws
    /// where a sum does not fit.
    public init(
        _ journal: ContractJournal, _ statement: Payables.Statement, _ ledger: RequestLedger
    ) throws(Overflow) {
        let number = journal.head.entry.contract
        let buyer = statement.terms.buyer
        contract = ContractRow(journal, statement)
        installments = try InstallmentRow.rows(number, statement, ledger)
        requests = ledger.requests.map { RequestRow(contract: number, buyer: buyer, request: $0) }
        acts = ledger.requests.flatMap(RequestActRow.rows)
        payments = PaymentRow.rows(journal, statement.dossier, ledger)
        invoices = InvoiceRow.rows(number, statement.dossier)
        results = AssessmentRow.rows(number, statement)
        references = DocumentReferenceRow.rows(journal, statement.dossier)
    }
}
