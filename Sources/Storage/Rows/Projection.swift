public import Audit
public import Payables

/// Everything that the database shows of a contract besides its journal: rows that follow from the journal and a day,
/// and from nothing else.
public struct Projection: Sendable {
    let contract: ContractRow
    let installments: [InstallmentRow]
    let payments: [PaymentRow]
    let invoices: [InvoiceRow]
    let results: [AssessmentRow]
    let references: [DocumentReferenceRow]

    /// `statement` is that of the journal's dossier on the day.
    public init(_ journal: ContractJournal, _ statement: Payables.Statement) {
        let number = journal.head.entry.contract
        contract = ContractRow(journal, statement)
        installments = InstallmentRow.rows(number, statement)
        payments = PaymentRow.rows(journal, statement.dossier)
        invoices = InvoiceRow.rows(number, statement.dossier)
        results = AssessmentRow.rows(number, statement)
        references = DocumentReferenceRow.rows(journal, statement.dossier)
    }
}
