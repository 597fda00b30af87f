/// How to reach the server. Everything is libpq's: an empty `conninfo` means the PG* variables and the service file.
public struct Settings: Sendable {
    /// A conninfo string or a `postgresql://` URI (`DATABASE_URL`), or empty.
    public var conninfo: String
    /// Shown in pg_stat_activity unless PGAPPNAME says otherwise.
    public var applicationName: String
    /// Server settings of each session, such as `statement_timeout`; names and values as in `SET`.
    public var session: [String: String]

    /// Takes the settings; nothing is checked before the first connection.
    public init(conninfo: String = "", applicationName: String = "tranche", session: [String: String] = [:]) {
        self.conninfo = conninfo
        self.applicationName = applicationName
        self.session = session
    }
}
