/// A pool at one moment.
public struct PoolMetrics: Sendable, Hashable {
    /// Connections nobody uses.
    public var idle: Int
    /// Connections in use.
    public var leased: Int
    /// Connections being opened.
    public var connecting: Int
    /// Calls that wait for a connection.
    public var waiting: Int
    /// Attempts to connect that failed in a row.
    public var failedAttempts: Int
}
