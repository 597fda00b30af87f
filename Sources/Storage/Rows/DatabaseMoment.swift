public import Postgres

/// What a database shows: at the same moment, the same rows. It is the snapshot that PostgreSQL would read by, which
/// changes with every transaction that writes, and when the server started, after which the numbers of transactions may
/// be those of a restored past.
public struct DatabaseMoment: Equatable, Sendable {
    private let text: String

    /// Asks for the moment of the statement itself.
    public static let query: Query = "SELECT concat(pg_current_snapshot(), ' ', pg_postmaster_start_time())"

    /// Reads the answer to ``query``.
    public init(_ row: borrowing Row) throws(PostgresError) { text = try row.text(0) }
}
