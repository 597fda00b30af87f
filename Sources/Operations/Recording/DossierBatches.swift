/// Gathers a stream of dossiers into batches, each with its place in the stream.
struct DossierBatches<Source: AsyncSequence> where Source.Element == [UInt8] {
    private var iterator: Source.AsyncIterator
    private let mostDossiers: Int
    private let mostBytes: Int
    private var position = 0

    init(_ source: Source, mostDossiers: Int, mostBytes: Int) {
        iterator = source.makeAsyncIterator()
        self.mostDossiers = mostDossiers
        self.mostBytes = mostBytes
    }

    /// The next batch; empty at the end.
    nonisolated(nonsending) mutating func next() async throws -> [(position: Int, bytes: [UInt8])] {
        var batch: [(position: Int, bytes: [UInt8])] = []
        var size = 0
        while batch.count < mostDossiers, size < mostBytes, let bytes = try await iterator.next(isolation: #isolation) {
            batch.append((position, bytes))
            position += 1
            size += bytes.count
        }
        return batch
    }
}
