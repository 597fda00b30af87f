import ArgumentParser
import Glibc
import Logging
import Operations
import Values

/// Which database, and who is at work.
struct WorkspaceOptions: ParsableArguments {
    @Option(
        name: .customLong("data"),
        help: ArgumentHelp(
            "Data directory of the program's own PostgreSQL. Without it TRANCHE_DATA, DATABASE_URL and the PG* variables decide, else .tranche.",
            valueName: "DIR"))
    var directory: String?

    @Option(name: .customLong("by"), help: ArgumentHelp("Who records; default: the system's user.", valueName: "NAME"))
    var user: String?

    var location: DatabaseLocation { .choose(directory: directory, environment: Self.environment) }

    var effects: Effects { .live(user: user ?? Self.systemUser) }

    /// Warnings and worse, on standard error.
    static var logger: Logger {
        var logger = Logger(label: "tranche") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        return logger
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

    private static var environment: [String: String] {
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
