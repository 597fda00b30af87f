internal import Passwords
internal import Storage
public import Values

/// One of the caller's own sessions.
public struct ListedSession: Equatable, Sendable {
    public let id: Int64
    /// Where it was opened from, as the door told it.
    public let address: String
    public let openedAt: Instant
    /// To the minute.
    public let lastUsedAt: Instant
    public let expiresAt: Instant
    /// Whether it is the one that asks.
    public let isCurrent: Bool
}

extension Workspace {
    /// The caller's sessions that are not over, last used first.
    public func ownSessions(by caller: Caller) async throws(OperationError) -> [ListedSession] {
        try await asOneself(.readOwnSecurity, by: caller) { session, actor in
            let now = effects.now().microseconds
            let stored = try await session.sessions(
                of: actor.accountID, current: caller.sessionHash, usedAfter: now - LoginLimits.idle, at: now)
            return stored.map { session in
                ListedSession(
                    id: session.id, address: session.address, openedAt: Instant(microseconds: session.openedAt),
                    lastUsedAt: Instant(microseconds: session.lastUsedAt),
                    expiresAt: Instant(microseconds: session.expiresAt), isCurrent: session.isCurrent)
            }
        }
    }

    /// Ends one of the caller's own sessions, which may be the one that asks.
    public func endOwnSession(_ id: Int64, by caller: Caller) async throws(OperationError) {
        try await asOneself(.endOwnSessions, String(id), by: caller) { session, actor in
            let wasLive = try await session.revokeSession(id, of: actor.accountID, at: effects.now().microseconds)
            if !wasLive { throw AccountRefusal.unknownSession }
        }
    }

    /// Ends all of the caller's sessions but the one that asks, and returns how many there were.
    @discardableResult
    public func endOtherSessions(by caller: Caller) async throws(OperationError) -> Int {
        try await asOneself(.endOwnSessions, by: caller) { session, actor in
            try await session.revokeSessions(
                of: actor.accountID, except: caller.sessionHash, at: effects.now().microseconds)
        }
    }
}
