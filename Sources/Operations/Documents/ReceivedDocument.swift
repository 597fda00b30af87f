internal import Audit

/// A document that has arrived whole but is not stored yet.
struct ReceivedDocument: Sendable {
    /// 20 MiB.
    static let mostBytes = 20 << 20
    /// Bytes of the pieces that are stored, as the database has them (document_chunk).
    static let chunk = 256 << 10

    let hash: ContentHash
    let size: Int
    let type: DocumentType
    private let spool: DocumentSpool

    /// Receives the bytes, hashing on the way. Throws ``DocumentRefusal`` for what cannot be stored.
    nonisolated(nonsending) static func receive<Source: AsyncSequence>(
        _ source: Source, declared: DocumentType?, into directory: String
    ) async throws -> ReceivedDocument where Source.Element == [UInt8] {
        let spool = try DocumentSpool(in: directory)
        var hasher = ContentHasher()
        var head: [UInt8] = []
        var size = 0
        var pieces = source.makeAsyncIterator()
        while let piece = try await next(&pieces) {
            size += piece.count
            guard size <= mostBytes else { throw DocumentRefusal.tooLarge }
            hasher.update(piece)
            if head.count < DocumentSign.length { head += piece.prefix(DocumentSign.length - head.count) }
            try await spool.append(piece)
        }
        guard size > 0 else { throw DocumentRefusal.empty }
        let type = try await type(head, size, spool)
        guard declared == nil || declared == type else { throw DocumentRefusal.typeDiffers }
        return ReceivedDocument(hash: hasher.hash, size: size, type: type, spool: spool)
    }

    /// Some pieces in order, from a number on.
    func chunks(from number: Int, limit: Int) async throws(DocumentRefusal) -> [[UInt8]] {
        var chunks: [[UInt8]] = []
        for number in number..<(number + limit) where number * Self.chunk < size {
            let count = min(Self.chunk, size - number * Self.chunk)
            chunks.append(try await spool.read(from: number * Self.chunk, count: count))
        }
        return chunks
    }

    /// The next piece; whatever goes wrong with the source is ``DocumentRefusal/cutShort``.
    private nonisolated(nonsending) static func next<Pieces: AsyncIteratorProtocol>(
        _ pieces: inout Pieces
    ) async throws -> [UInt8]? where Pieces.Element == [UInt8] {
        do { return try await pieces.next(isolation: #isolation) } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw DocumentRefusal.cutShort
        }
    }

    private static func type(_ head: [UInt8], _ size: Int, _ spool: DocumentSpool) async throws -> DocumentType {
        switch DocumentSign(head) {
        case .type(let type): return type
        case .archive:
            let isOFD = try await ArchiveDirectory.contains("OFD.xml", size: size) { offset, count in
                try await spool.read(from: offset, count: count)
            }
            guard isOFD else { throw DocumentRefusal.typeNotAllowed }
            return .ofd
        case .unknown: throw DocumentRefusal.typeNotAllowed
        }
    }
}
