public import Logging
internal import Values

/// What initialising came to.
public struct Initialisation: Equatable, Sendable {
    /// Names of the migrations applied now; none when the schema was there already.
    public let applied: [String]
    /// Whether the roles of `sql/roles.sql` are there; false where the database's user may not create roles.
    public let hasRoles: Bool
}

extension Workspace {
    /// Creates what is missing: the program's own cluster, the database in it, the schema, the roles. Run again it
    /// changes nothing.
    public static func initialise(
        _ location: DatabaseLocation, effects: Effects, logger: Logger
    ) async throws(OperationError) -> Initialisation {
        let opened = try await opened(location, effects, logger, migrating: true)
        try await opened.workspace.close()
        return Initialisation(applied: opened.applied, hasRoles: opened.hasRoles)
    }
}
