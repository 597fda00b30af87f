import Cluster
import Glibc
import Passwords
import Postgres
import Storage
import TestSupport
import Testing

@testable import Operations

@Suite struct OpeningTests {
    @Test func choosesTheDatabase() {
        func choose(_ directory: String?, _ environment: [String: String]) -> DatabaseLocation {
            DatabaseLocation.choose(directory: directory, environment: environment)
        }
        let own = DatabaseLocation.embedded(directory: ".tranche")
        let server = DatabaseLocation.server(conninfo: "")
        #expect(choose(nil, [:]) == own)
        #expect(choose("here", [:]) == .embedded(directory: "here"))
        #expect(choose(nil, ["TRANCHE_DATA": "there", "PGHOST": "/tmp"]) == .embedded(directory: "there"))
        #expect(choose(nil, ["PGTZ": "UTC", "PGDATA": "/x", "HOME": "/"]) == own)
        #expect(choose(nil, ["PGHOST": ""]) == own)
        #expect(choose(nil, ["PGHOST": "/tmp"]) == server)
        #expect(choose(nil, ["PGSERVICE": "tranche"]) == server)
        #expect(
            choose(nil, ["DATABASE_URL": "postgresql://h/d", "PGHOST": "x"]) == .server(conninfo: "postgresql://h/d"))
        #expect(choose("here", ["DATABASE_URL": "postgresql://h/d"]) == .embedded(directory: "here"))
    }

    @Test func theProgramsOwnClusterIsMadeOnce() async throws {
        let path = "/tmp/tranche-operations-\(getpid())"
        mkdir(path, 0o755)
        let location = DatabaseLocation.embedded(directory: path + "/data")
        let effects = Effects.live(user: "clerk")
        let first = try await Workspace.initialise(location, effects: effects, logger: TemplateDatabase.quiet)
        #expect(first.hasRoles && !first.applied.isEmpty && first.newKey != nil)
        let again = try await Workspace.initialise(location, effects: effects, logger: TemplateDatabase.quiet)
        #expect(again == Initialisation(applied: [], hasRoles: true, newKey: nil))
        let workspace = try await Workspace.open(location, effects: effects, logger: TemplateDatabase.quiet)
        let second = try await Workspace.open(location, effects: effects, logger: TemplateDatabase.quiet)
        try await second.close()
        await #expect(throws: OperationError.unknownContract(number: "none")) {
            try await workspace.statement(of: "none")
        }
        // It works in a role that cannot touch what is written.
        await #expect(throws: OperationError.notAllowed) {
            try await mappingErrors { _ = try await workspace.database.unit(["DELETE FROM journal"]) }
        }
        // The key of second factors is beside the cluster, not in it, and made when first asked for.
        let key = path + "/data/second-factor.key"
        #expect(access(key, F_OK) != 0 && workspace.sealing?.key() != nil && access(key, F_OK) == 0)
        var named = effects
        named.keyFile = path + "/none.key"
        let keyless = Workspace(workspace.database, effects: named, sealing: workspace.sealing)
        #expect(keyless.sealing?.key() == nil && access(path + "/none.key", F_OK) != 0)
        try await workspace.close()
        system("rm -rf \(path)")
    }

    @Test func aServersDatabaseMustHaveBeenInitialised() async throws {
        try await TemplateDatabase.withCopy(of: "tranche_none", prepare: { _ in }) { conninfo in
            let location = DatabaseLocation.server(conninfo: conninfo)
            let effects = Effects.live(user: "clerk")
            await #expect(throws: OperationError.schema(.pending(migration: "m0001_journal"))) {
                _ = try await Workspace.open(location, effects: effects, logger: TemplateDatabase.quiet)
            }
            _ = try await Workspace.initialise(location, effects: effects, logger: TemplateDatabase.quiet)
            try await Workspace.open(location, effects: effects, logger: TemplateDatabase.quiet).close()
        }
    }

    @Test func aServerThatIsNotThereIsAway() async throws {
        let location = DatabaseLocation.server(conninfo: "host=/tmp/no-such-directory dbname=none")
        await #expect(throws: OperationError.databaseAway) {
            _ = try await Workspace.open(location, effects: .live(user: "clerk"), logger: TemplateDatabase.quiet)
        }
    }
}
