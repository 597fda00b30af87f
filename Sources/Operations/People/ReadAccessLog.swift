internal import Postgres
internal import Storage
public import Values

/// One line of the access log: who did or tried what. Nothing in it is secret.
public struct AccessEntry: Equatable, Sendable {
    /// Rises from entry to entry; not all numbers are used.
    public let number: Int64
    public let at: Instant
    /// Name of the account that acted, of the console the system's user; empty for a name that no account has.
    public let actor: String
    /// Where it came from; empty for the console.
    public let address: String
    /// By a name that never changes.
    public let action: String
    public let subject: String
    /// What it was set to; of a refusal, why.
    public let detail: String
    /// False for what was refused.
    public let isDone: Bool
}

/// Which entries of the access log are asked for; nil asks for no such thing.
public struct AccessLogFilter: Equatable, Sendable {
    /// Log-in name of the account that acted.
    public var account: String?
    public var action: String?
    public var isDone: Bool?
    /// The first moment, and the first one that is too late.
    public var from: Instant?
    public var until: Instant?

    /// Asks for everything.
    public init() {}
}

/// A page of the access log.
public struct AccessLogPage: Equatable, Sendable {
    /// Newest first.
    public let entries: [AccessEntry]
    /// What the next page lies before; nil where this is the last one.
    public let next: Int64?
}

extension Workspace {
    /// A page of the access log, newest first, behind the entry of a number. An auditor who does not see every
    /// department sees the acts of accounts of those departments that they see.
    public func accessLog(
        _ filter: AccessLogFilter = AccessLogFilter(), before number: Int64? = nil, limit: Int = 50,
        by caller: Caller = .console
    ) async throws(OperationError) -> AccessLogPage {
        let limit = max(1, min(limit, 1000))
        return try await administering(.readAccessLog, by: caller) { session in
            var query = AccessLogQuery()
            (query.actor, query.action, query.isDone) = (filter.account, filter.action, filter.isDone)
            (query.from, query.until) = (filter.from?.microseconds, filter.until?.microseconds)
            query.before = number
            query.departments = try await person(caller, session)?.departmentsOfLog
            let found = try await session.accessLog(query, limit: limit + 1)
            let entries = found.prefix(limit).map { AccessEntry($0.number, $0.entry) }
            return AccessLogPage(entries: entries, next: found.count > limit ? entries.last?.number : nil)
        }
    }
}

extension Actor {
    /// Nil for everything.
    fileprivate var departmentsOfLog: [Int64]? {
        guard !roles.contains(.admin), case .departments(let departments) = visibility else { return nil }
        return departments.map(\.id).sorted()
    }
}

extension AccessEntry {
    fileprivate init(_ number: Int64, _ stored: StoredAccessEntry) {
        self.init(
            number: number, at: Instant(microseconds: stored.at), actor: stored.actor, address: stored.address,
            action: stored.action, subject: stored.subject, detail: stored.detail, isDone: stored.isDone)
    }
}
