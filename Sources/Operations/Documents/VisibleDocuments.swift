internal import Audit
internal import Postgres
internal import Storage

extension Workspace {
    /// Those of the documents that the caller may see, by their hashes.
    func visibleDocuments(_ hashes: [ContentHash], for authority: Authority) async throws -> [String: Document] {
        if hashes.isEmpty { return [:] }
        var answers = try await database.unit(StoredDocument.queries(hashes))
        let documents = try StoredDocument.read(&answers).compactMap { Document($0, for: authority) }
        return Dictionary(documents.map { ($0.hash, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
