internal import Audit
internal import Postgres
internal import Storage
internal import Values

/// How the log stands at this moment.
public struct LogState: Sendable {
    /// How many entries it has.
    public let size: Int
    /// How many entries wait to be sealed.
    public let waiting: Int
    /// Nil where nothing was signed yet.
    public let newest: PublishedCheckpoint?
    public let keys: LogKeys
}

extension Workspace {
    /// How the log stands, for whoever may log in: sizes and hashes tell nothing about contracts.
    public func logState(by caller: Caller = .console) async throws(OperationError) -> LogState {
        if caller != .console { _ = try await actor(of: caller) }
        return try await mappingErrors {
            let keys = await knownKeys()
            let newest = try await database.publishedCheckpoints(limit: 1).first
            return LogState(
                size: try await database.logSize(), waiting: try await database.unsealedCount(),
                newest: try newest.map { try PublishedCheckpoint($0.note, at: $0.publishedAt, keys) }, keys: keys)
        }
    }
}
