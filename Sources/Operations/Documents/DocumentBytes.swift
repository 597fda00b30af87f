internal import Audit
internal import Postgres
internal import Storage

/// The bytes of a document in pieces, read as they are taken, 1 MiB a round trip and no transaction between them: they
/// never change. They are hashed on the way, and the last ones are given only when the hash is right: whoever counts
/// the bytes never takes a changed document for a whole one. Then, and where pieces are missing, it ends in
/// ``DocumentRefusal/broken``.
public struct DocumentBytes: AsyncSequence, Sendable {
    /// A piece.
    public typealias Element = [UInt8]
    /// The database is away, or the document is not what it was.
    public typealias Failure = OperationError

    private let database: Database
    private let hash: ContentHash
    private let size: Int

    init(_ database: Database, hash: ContentHash, size: Int) {
        self.database = database
        self.hash = hash
        self.size = size
    }

    /// Begins with the first byte.
    public func makeAsyncIterator() -> Iterator { Iterator(database: database, hash: hash, size: size) }

    /// A reading of the document.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let database: Database
        fileprivate let hash: ContentHash
        fileprivate let size: Int
        private var page: ArraySlice<[UInt8]> = []
        private var number = 0
        private var count = 0
        private var hasher = ContentHasher()

        fileprivate init(database: Database, hash: ContentHash, size: Int) {
            self.database = database
            self.hash = hash
            self.size = size
        }

        /// The next piece; nil behind the last.
        public mutating func next(
            isolation: isolated (any _Concurrency.Actor)?
        ) async throws(OperationError) -> [UInt8]? {
            if page.isEmpty, count < size { page = try await readPage()[...] }
            return page.popFirst()
        }

        /// The next pieces, looked at before any of them is given.
        private nonisolated(nonsending) mutating func readPage() async throws(OperationError) -> [[UInt8]] {
            let chunks = try await mappingErrors {
                try await database.documentChunks(of: hash, from: number, limit: Workspace.chunksAtOnce)
            }
            for chunk in chunks { hasher.update(chunk) }
            number += chunks.count
            count += chunks.reduce(0) { $0 + $1.count }
            let isWhole = count == size && hasher.hash == hash
            guard !chunks.isEmpty, isWhole || count < size else { throw .document(.broken) }
            return chunks
        }
    }
}
