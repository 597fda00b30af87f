internal import Audit
internal import Postgres
internal import Storage

/// The log after a round of sealing.
public struct SealedLog: Equatable, Sendable {
    /// How many entries it has.
    public let size: Int
    /// How many of them this round added.
    public let added: Int
}

extension Workspace {
    /// Entries taken from the queue in one transaction.
    private static let batch = 2000

    /// Adds every entry that waits to the log, in batches, off the path of whoever records. One process at a time: the
    /// others wait a moment for it. What a crash interrupts was not done at all and is done again.
    public func seal() async throws(OperationError) -> SealedLog {
        try await mappingErrors {
            var added = 0
            var patience = 100
            while patience > 0 {
                guard let count = try await sealBatch() else {
                    patience -= 1
                    await effects.pause(.milliseconds(50))
                    continue
                }
                if count == 0 { break }
                added += count
            }
            return SealedLog(size: try await database.logSize(), added: added)
        }
    }

    /// How many entries it added; nil where another process seals.
    private func sealBatch() async throws -> Int? {
        guard try await database.unsealedCount() > 0 else { return 0 }
        return try await database.withTransaction { session in
            guard try await session.lockLog() else { return nil }
            let entries = try await session.takeUnsealed(atMost: Self.batch)
            guard !entries.isEmpty else { return 0 }
            var frontier = try await session.frontier()
            let start = frontier.size
            var nodes: [TreeNode] = []
            for entry in entries { nodes += try frontier.append(.leaf(entry.bytes)) }
            try await session.appendToLog(entries, at: start, nodes)
            return entries.count
        }
    }
}
