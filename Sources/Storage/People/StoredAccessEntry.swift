public import Postgres

/// One line of the access log: who did or tried what. Nothing in it is secret.
public struct StoredAccessEntry: Equatable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z.
    public var at: Int64
    /// The acting account; nil for the console and for a name that no account has.
    public var account: Int64?
    /// Its name; empty for an unknown one.
    public var actor: String
    /// Where it came from; empty for the console.
    public var address: String
    public var action: String
    public var subject: String
    /// What it was set to; of a refusal, why.
    public var detail: String
    public var isDone: Bool

    /// Takes all as given.
    public init(
        at: Int64, account: Int64?, actor: String, address: String, action: String, subject: String, detail: String,
        isDone: Bool
    ) {
        self.at = at
        self.account = account
        self.actor = actor
        self.address = address
        self.action = action
        self.subject = subject
        self.detail = detail
        self.isDone = isDone
    }

    fileprivate var insertion: Query {
        addEntry(
            .timestamp(microseconds: at), .number(account), .text(actor), .text(address), .text(action),
            .text(subject),
            .text(detail), .text(isDone ? "done" : "refused"))
    }
}

extension Session {
    /// Adds an entry to the access log, within the transaction of what it tells.
    public func log(_ entry: StoredAccessEntry) async throws { _ = try await unit([entry.insertion]) }
}

extension Database {
    /// Adds an entry to the access log on its own.
    public func log(_ entry: StoredAccessEntry) async throws { _ = try await unit([entry.insertion]) }

}

private let addEntry: Statement = """
    INSERT INTO access_log (at, account, actor, address, action, subject, detail, outcome)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    """
