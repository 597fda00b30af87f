/// How much a pool may hold and how long it may make callers wait.
public struct PoolLimits: Sendable, Hashable {
    /// Connections open at once, being opened included.
    public var connections: Int
    /// Calls that may wait for a connection; the next one is refused at once.
    public var waiting: Int
    /// How long a call waits for a connection.
    public var patience: Duration
    /// A connection idle for longer is asked for a sign of life before it is handed out.
    public var idleBeforeCheck: Duration
    /// How long a unit, or one step of COPY, may take when the caller names no deadline; nil for no limit.
    public var statementTime: Duration?
    /// Prepared statements kept on each connection.
    public var statements: Int

    /// Sensible limits for a service; 16 connections were measured to be enough for two cores.
    public init(
        connections: Int = 16, waiting: Int = 1000, patience: Duration = .seconds(5),
        idleBeforeCheck: Duration = .seconds(30), statementTime: Duration? = .seconds(30), statements: Int = 256
    ) {
        self.connections = max(1, connections)
        self.waiting = max(0, waiting)
        self.patience = patience
        self.idleBeforeCheck = idleBeforeCheck
        self.statementTime = statementTime
        self.statements = statements
    }

    /// When a statement that starts now has taken too long.
    var statementDeadline: Deadline { statementTime.map { .after($0) } ?? .never }
}
