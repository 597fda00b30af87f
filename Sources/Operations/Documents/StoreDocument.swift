internal import Audit
internal import Postgres
internal import Storage
internal import Values

/// The answer to an upload.
public struct StoredDocumentAnswer: Equatable, Sendable {
    public let document: Document
    /// Whether the caller's department did not have it before.
    public let isNew: Bool
}

extension Workspace {
    /// Pieces of a document in one round trip: 1 MiB.
    static let chunksAtOnce = 4

    /// Stores evidence for the caller's department and names it by its hash. The bytes are received whole before the
    /// database hears of them, so a slow or broken client holds no connection and leaves nothing behind. The same bytes
    /// again are the same document, under its first name. Throws ``OperationError/document(_:)`` for what is too large,
    /// of no allowed type or not of the declared one. The console belongs to no department and cannot upload.
    public nonisolated(nonsending) func storeDocument<Source: AsyncSequence>(
        _ bytes: Source, mediaType: String? = nil, name: String, by caller: Caller
    ) async throws(OperationError) -> StoredDocumentAnswer where Source.Element == [UInt8] {
        try await loggingRefusals(of: caller, Act.storeDocument.rawValue, name) {
            guard DocumentName.isAllowed(name) else { throw DocumentRefusal.nameForm }
            let declared = try DocumentType.declared(mediaType)
            // Before the first byte: a stranger must not fill the disk.
            var answers = try await database.unit(rights(of: caller))
            _ = try uploader(caller, &answers)
            let received = try await ReceivedDocument.receive(
                bytes, declared: declared, into: effects.temporaryDirectory)
            return try await repeating {
                try await database.withTransaction(deadline: .after(.seconds(120))) { session in
                    try await store(received, name, caller, session)
                }
            }
        }
    }

    private func store(
        _ received: ReceivedDocument, _ name: String, _ caller: Caller, _ session: Session
    ) async throws -> StoredDocumentAnswer {
        var answers = try await session.unit(rights(of: caller))
        let actor = try uploader(caller, &answers)
        let (hash, size) = (received.hash, received.size)
        if let held = try await session.beginDocument(hash, size: size, for: actor.department.id) {
            return StoredDocumentAnswer(
                document: Document(hash: hash.description, size: size, type: received.type, held), isNew: false)
        }
        // Sent even where another department has them: the work must not tell.
        for number in stride(from: 0, to: (size - 1) / ReceivedDocument.chunk + 1, by: Self.chunksAtOnce) {
            let chunks = try await received.chunks(from: number, limit: Self.chunksAtOnce)
            try await session.addChunks(chunks, from: number, of: hash, size: size)
        }
        let (holding, isNew) = try await session.addHolding(
            NewHolding(
                document: hash, department: actor.department.id, name: name, mediaType: received.type.rawValue,
                account: actor.accountID, moment: effects.now().microseconds))
        return StoredDocumentAnswer(
            document: Document(hash: hash.description, size: size, type: received.type, holding), isNew: isNew)
    }

    private func uploader(_ caller: Caller, _ answers: inout UnitResult) throws -> Actor {
        let authority = try authority(of: caller, &answers)
        try authority.require(.uploadDocuments)
        guard let actor = authority.actor else { throw OperationError.notAuthenticated }
        return actor
    }
}
