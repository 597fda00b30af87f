/// The pool's rules as a value: who holds a connection, who waits, when to open another. It does nothing itself;
/// the shell (Pool) acts on what these functions return.
struct PoolState<Connection: Sendable & Equatable, Waiter: Sendable>: Sendable {
    struct Waiting {
        let ticket: UInt64
        let waiter: Waiter
        let deadline: Deadline
    }

    struct Idle {
        let connection: Connection
        let since: Deadline
    }

    let limits: PoolLimits
    private(set) var idle: [Idle] = []
    private(set) var waiting: ArraySlice<Waiting> = []
    private(set) var leased = 0
    private(set) var connecting = 0
    private(set) var failures = 0
    private(set) var lastFailure: ConnectionFailure?
    private(set) var isClosed = false
    private var retryAt: Deadline?

    init(limits: PoolLimits) {
        self.limits = limits
    }

    var metrics: PoolMetrics {
        PoolMetrics(
            idle: idle.count, leased: leased, connecting: connecting, waiting: waiting.count, failedAttempts: failures)
    }

    /// Whether nothing is left to wait for after closing.
    var isDrained: Bool { isClosed && leased == 0 && connecting == 0 && idle.isEmpty }

    /// Leases an idle connection, the one used last first, since its caches are warm. An idle connection exists
    /// only when nobody waits, so this never overtakes anybody.
    mutating func takeIdle() -> Idle? {
        guard let taken = idle.popLast() else { return nil }
        leased += 1
        return taken
    }

    /// Puts a caller at the end of the queue, or says why not.
    mutating func enqueue(_ waiter: Waiter, ticket: UInt64, deadline: Deadline) -> PostgresError? {
        if isClosed { return .poolClosed }
        if waiting.count >= limits.waiting { return .poolQueueFull(limit: limits.waiting) }
        waiting.append(Waiting(ticket: ticket, waiter: waiter, deadline: deadline))
        return nil
    }

    /// How many connections to open now. After a failure one attempt at a time, not before its pause is over.
    mutating func connectionsToOpen(_ now: Deadline) -> Int {
        if isClosed { return 0 }
        if failures > 0 {
            guard connecting == 0, !waiting.isEmpty, now >= retryAt ?? now else { return 0 }
        }
        let room = limits.connections - leased - idle.count - connecting
        let wanted = failures > 0 ? 1 : waiting.count - connecting
        let count = max(0, min(room, wanted))
        connecting += count
        return count
    }

    /// Takes a connection back in good order; returns who gets it next, or nil when it idles.
    mutating func giveBack(_ connection: Connection, _ now: Deadline) -> Waiter? {
        leased -= 1
        return place(connection, now)
    }

    /// Adds a connection just opened; returns who gets it, or nil when it idles.
    mutating func opened(_ connection: Connection, _ now: Deadline) -> Waiter? {
        connecting -= 1
        failures = 0
        retryAt = nil
        lastFailure = nil
        return place(connection, now)
    }

    /// Notes that a leased connection is of no more use.
    mutating func discard() {
        leased -= 1
    }

    /// Drops an idle connection that ended by itself.
    mutating func forgetIdle(_ connection: Connection) {
        idle.removeAll { $0.connection == connection }
    }

    /// Notes a failed attempt; a permanent failure returns everybody who waits, to be told at once.
    mutating func failedToOpen(_ failure: ConnectionFailure?, retryAt: Deadline) -> [Waiter] {
        connecting -= 1
        failures += 1
        lastFailure = failure
        self.retryAt = retryAt
        return failure?.isPermanent ?? true ? takeAllWaiting() : []
    }

    /// Takes one caller out of the queue; nil when it has been served already.
    mutating func withdraw(ticket: UInt64) -> Waiter? {
        guard let index = waiting.firstIndex(where: { $0.ticket == ticket }) else { return nil }
        return waiting.remove(at: index).waiter
    }

    /// Takes out everybody whose deadline has passed.
    mutating func expire(_ now: Deadline) -> [Waiter] {
        guard waiting.contains(where: { $0.deadline <= now }) else { return [] }
        let expired = waiting.filter { $0.deadline <= now }
        waiting.removeAll { $0.deadline <= now }
        return expired.map(\.waiter)
    }

    /// When `expire` or `connectionsToOpen` must be asked again.
    var nextMoment: Deadline {
        let hasRoom = leased + idle.count < limits.connections
        let retry = waiting.isEmpty || connecting > 0 || !hasRoom ? nil : retryAt
        return min(waiting.map(\.deadline).min() ?? .never, retry ?? .never)
    }

    /// Closes for new callers; returns who waits and what idles, to be told and closed.
    mutating func close() -> (waiters: [Waiter], idle: [Connection]) {
        isClosed = true
        let connections = idle.map(\.connection)
        idle = []
        return (takeAllWaiting(), connections)
    }

    private mutating func takeAllWaiting() -> [Waiter] {
        defer { waiting = [] }
        return waiting.map(\.waiter)
    }

    private mutating func place(_ connection: Connection, _ now: Deadline) -> Waiter? {
        if let next = waiting.popFirst() {
            leased += 1
            return next.waiter
        }
        idle.append(Idle(connection: connection, since: now))
        return nil
    }
}
