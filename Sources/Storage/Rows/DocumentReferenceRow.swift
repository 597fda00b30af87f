internal import Audit
internal import Contracts
internal import Postgres

/// The row of a recorded fact that names a document by its hash. Imported facts have none: nobody looked whether who
/// imported them may see the document.
struct DocumentReferenceRow: Sendable {
    let contract: String
    let factID: String
    let document: ContentHash

    /// The references of a journal whose facts are `dossier.facts`.
    static func rows(_ journal: ContractJournal, _ dossier: Dossier) -> [DocumentReferenceRow] {
        zip(journal.factSequence, dossier.facts).compactMap { sealed, fact in
            guard sealed.entry.origin == .recorded, let text = fact.document,
                let document = ContentHash(text.lowercased())
            else { return nil }
            return DocumentReferenceRow(contract: sealed.entry.contract, factID: fact.id, document: document)
        }
    }

    static let table = Table<DocumentReferenceRow>(
        "document_reference", key: 2,
        [
            Column("contract", .text) { .text($0.contract) },
            Column("fact_id", .text) { .text($0.factID) },
            Column("document", .bytes) { .bytes($0.document.bytes) },
        ])
}
