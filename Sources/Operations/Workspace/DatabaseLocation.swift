/// Which database the program works with.
public enum DatabaseLocation: Equatable, Sendable {
    /// A server; the text is a conninfo string or URI for libpq, which adds the PG* variables and the service file.
    case server(conninfo: String)
    /// The program's own cluster in a data directory.
    case embedded(directory: String)

    /// Where the program's own cluster lies when nothing else is said.
    public static let defaultDirectory = ".tranche"

    /// A directory that the user names comes first (`--data`, then `TRANCHE_DATA`), then `DATABASE_URL`, then any
    /// variable by which libpq is told of a server; without any of them it is the program's own cluster.
    public static func choose(directory: String?, environment: [String: String]) -> DatabaseLocation {
        if let directory { return .embedded(directory: directory) }
        if let directory = environment["TRANCHE_DATA"], !directory.isEmpty { return .embedded(directory: directory) }
        if let url = environment["DATABASE_URL"], !url.isEmpty { return .server(conninfo: url) }
        let isTold = environment.contains { name, value in serverVariables.contains(name) && !value.isEmpty }
        return isTold ? .server(conninfo: "") : .embedded(directory: defaultDirectory)
    }

    /// PG* variables that say which server or as whom; the others (PGTZ, PGOPTIONS …) only tune a connection.
    private static let serverVariables: Set<String> = [
        "PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER", "PGPASSWORD", "PGPASSFILE", "PGSERVICE",
        "PGSERVICEFILE", "PGSSLMODE", "PGSSLCERT", "PGSSLKEY", "PGSSLROOTCERT", "PGREQUIREPEER",
    ]
}
