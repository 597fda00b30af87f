public import Audit
public import Logging
internal import Values

/// What initialising came to.
public struct Initialisation: Equatable, Sendable {
    /// Names of the migrations applied now; none when the schema was there already.
    public let applied: [String]
    /// Whether the roles of `sql/roles.sql` are there; false where the database's user may not create roles.
    public let hasRoles: Bool
    /// The log's public key where it was made now.
    public let newKey: VerifierKey?
}

extension Workspace {
    /// Creates what is missing: the program's own cluster, the database in it, the schema, the roles, the key that
    /// signs checkpoints of the log of a name. Run again it changes nothing.
    public static func initialise(
        _ location: DatabaseLocation, logName: String? = nil, effects: Effects, logger: Logger
    ) async throws(OperationError) -> Initialisation {
        let opened = try await opened(location, effects, logger, migrating: true)
        try await opened.workspace.close()
        let key = try createSigner(signer(location, effects), name: logName, effects: effects)
        return Initialisation(applied: opened.applied, hasRoles: opened.hasRoles, newKey: key)
    }
}
