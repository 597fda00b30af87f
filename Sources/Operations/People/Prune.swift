internal import Postgres
internal import Storage
internal import Values

/// How much housekeeping removed.
public struct Pruned: Equatable, Sendable {
    /// Sessions that ended long ago.
    public let sessions: Int
    /// Counters of attempts that nobody waits for.
    public let counters: Int
}

extension Workspace {
    /// Removes sessions that ended, and counters of failed log-ins that were touched, more than 90 days ago, some
    /// thousand a call and in short transactions. The access log keeps who logged in when.
    @discardableResult
    public func prune() async throws(OperationError) -> Pruned {
        let limit = effects.now().microseconds - Self.kept
        return try await mappingErrors {
            var (sessions, counters) = (0, 0)
            for _ in 0..<Self.rounds {
                let removed = try await database.withTransaction { session in
                    try await session.prune(endedBefore: limit, atMost: Self.batch)
                }
                sessions += removed.sessions
                counters += removed.counters
                if max(removed.sessions, removed.counters) < Self.batch { break }
            }
            return Pruned(sessions: sessions, counters: counters)
        }
    }

    /// Microseconds: 90 days.
    private static let kept: Int64 = 90 * 86_400_000_000
    private static let batch: Int64 = 500
    private static let rounds = 20
}
