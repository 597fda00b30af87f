public import ArgumentParser
import Glibc
public import Logging
public import Operations
import Values

/// Which database, and who is at work.
public struct WorkspaceOptions: ParsableArguments {
    @Option(
        name: .customLong("data"),
        help: ArgumentHelp(
            "Data directory of the program's own PostgreSQL. Without it TRANCHE_DATA, DATABASE_URL and the PG* variables decide, else .tranche.",
            valueName: "DIR"))
    var directory: String?

    @Option(name: .customLong("by"), help: ArgumentHelp("Who records; default: the system's user.", valueName: "NAME"))
    var user: String?

    /// The options without values.
    public init() {}

    var location: DatabaseLocation { .choose(directory: directory, environment: Self.environment) }

    var effects: Effects { .live(user: user ?? Self.systemUser) }

    /// Warnings and worse, on standard error.
    static var logger: Logger {
        var logger = Logger(label: "tranche") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        return logger
    }

    /// Opens the workspace, runs a body that ends by itself on Ctrl-C and SIGTERM, and closes it again.
    public func withService(logger: Logger, _ body: (Workspace) async throws -> Void) async throws {
        let (location, effects) = (location, effects)
        let workspace = try await Interruptible.run {
            try await Workspace.open(location, effects: effects, logger: logger)
        }
        do { try await body(workspace) } catch {
            try? await workspace.close()
            throw error
        }
        try await workspace.close()
    }

    /// Opens the workspace, runs the body and closes it again, also when the body fails or the user presses Ctrl-C.
    func withWorkspace<Value: Sendable>(
        creating: Bool = false, _ body: @escaping @Sendable (Workspace) async throws -> Value
    ) async throws -> Value {
        let (location, effects) = (location, effects)
        return try await Interruptible.run {
            let workspace = try await Workspace.open(
                location, creating: creating, effects: effects, logger: Self.logger)
            do {
                let value = try await body(workspace)
                try await workspace.close()
                return value
            } catch {
                try? await workspace.close()
                throw error
            }
        }
    }

    /// The variables of the program's environment.
    public static var environment: [String: String] {
        var variables: [String: String] = [:]
        var entry = environ
        while let pair = entry.pointee {
            let parts = String(cString: pair).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
            entry += 1
        }
        return variables
    }

    private static var systemUser: String {
        guard let entry = getpwuid(getuid()) else { return String(getuid()) }
        return String(cString: entry.pointee.pw_name)
    }
}
