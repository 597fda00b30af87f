internal import Audit
internal import Postgres
internal import Storage

/// A document with its bytes.
public struct DocumentContent: Sendable {
    public let document: Document
    /// As many bytes as the document has, or an error before the last of them.
    public let bytes: DocumentBytes
}

extension Workspace {
    /// A document by its hash, for whoever may read contracts and belongs to a department that uploaded it or may read
    /// a contract whose recorded facts name it. For all others it is ``DocumentRefusal/unknownDocument``, whether it is
    /// there or not. The bytes are read while they are taken.
    public func document(_ hash: String, by caller: Caller) async throws(OperationError) -> DocumentContent {
        try await loggingRefusals(of: caller, Act.readDocument.rawValue, hash) {
            let wanted = ContentHash(hash)
            var answers = try await database.unit(
                rights(of: caller) + StoredDocument.queries([wanted].compactMap { $0 }))
            let authority = try authority(of: caller, &answers)
            try authority.require(.readContracts)
            guard let stored = try StoredDocument.read(&answers).first, let document = Document(stored, for: authority)
            else { throw DocumentRefusal.unknownDocument }
            return DocumentContent(
                document: document, bytes: DocumentBytes(database, hash: stored.hash, size: stored.size))
        }
    }
}
