internal import Postgres
internal import Storage
internal import Values

extension Workspace {
    /// Throws unless the database can be reached now and has the schema of this program with all its guards on.
    public func checkReadiness() async throws(OperationError) {
        try await mappingErrors { try await Migrator(database).check() }
    }

    /// Connections to the database at this moment by what they do, and the calls that wait for one.
    public var connections: [(state: String, count: Int)] {
        let metrics = database.metrics
        return [
            ("idle", metrics.idle), ("leased", metrics.leased), ("connecting", metrics.connecting),
            ("waiting", metrics.waiting),
        ]
    }
}
