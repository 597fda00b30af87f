import Audit
import HTTPTypes
import IdentitySupport
import Logging
import Passwords
import Postgres
import ServiceLifecycle
import Storage
import Synchronization
import TestSupport
import Values
import Web

@testable import API
@testable import Operations
@testable import Serving

/// The service on a port of its own, over a migrated database of its own, with a clock that stands still until it is
/// set.
struct TestServer {
    let port: Int
    let workspace: Workspace
    let routes: [Route]
    let log: LogLines
    let clock: TestClock
    private let group: ServiceGroup

    /// Name of the log that every test server signs, each with the same key.
    static let logName = "test.example/tranche"

    /// Lends one. `routes` are those of the interface unless a test brings its own.
    static func lend(
        _ configuration: ServerConfiguration = ServerConfiguration(), routes: [Route] = Route.all,
        _ body: @escaping @Sendable (TestServer) async throws -> Void
    ) async throws {
        try await TemplateDatabase.withCopy(of: "tranche_api", prepare: migrate) { conninfo in
            try await open(conninfo, configuration, routes: routes, body)
        }
    }

    /// Serves a migrated database that is there already.
    static func open(
        _ conninfo: String, _ configuration: ServerConfiguration = ServerConfiguration(), connections: Int = 4,
        routes: [Route] = Route.all, _ body: @escaping @Sendable (TestServer) async throws -> Void
    ) async throws {
        let database = try Database(
            Settings(conninfo: conninfo, session: ["role": "tranche_app"]),
            limits: PoolLimits(connections: connections, patience: .seconds(60)), logger: TemplateDatabase.quiet)
        let clock = TestClock("2024-06-03")
        let effects = Effects(now: { clock.now }, random: { clock.number() }, user: "clerk")
        let cheap = PasswordHasher(cost: PasswordCost(memory: 8 << 10, passes: 1))
        do {
            try await withScratchDirectory { directory in
                let signer = SignerDirectory(directory + "/log")
                _ = try signer.create(name: logName, algorithm: .ed25519, seed: Array(repeating: 7, count: 32))
                let workspace = Workspace(
                    database, effects: effects, passwords: cheap, sealing: TestKey.file, signer: signer)
                try await serve(workspace, clock, configuration, routes, body)
            }
        } catch {
            await database.close()
            throw error
        }
        await database.close()
    }

    @Sendable static func migrate(_ database: Database) async throws {
        _ = try await Migrator(database).migrate()
        try await Migrator(database).grantRoles()
    }

    private static func serve(
        _ workspace: Workspace, _ clock: TestClock, _ configuration: ServerConfiguration, _ routes: [Route],
        _ body: @escaping @Sendable (TestServer) async throws -> Void
    ) async throws {
        var configuration = configuration
        configuration.port = 0
        let log = LogLines()
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        var logger = TestLogger.writing(to: log)
        logger.logLevel = configuration.logLevel
        let server = try Server(workspace, configuration, doors: [API.door(routes), Web.door], logger: logger) {
            port.yield($0)
        }
        let group = ServiceGroup(
            configuration: .init(services: [server], logger: TemplateDatabase.quiet))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { port.finish() }
                try await group.run()
            }
            if let port = await ports.first(where: { _ in true }) {
                let test = TestServer(
                    port: port, workspace: workspace, routes: routes, log: log, clock: clock, group: group)
                do { try await body(test) } catch {
                    await group.triggerGracefulShutdown()
                    throw error
                }
                await group.triggerGracefulShutdown()
            }
            try await tasks.waitForAll()
        }
    }

    /// As SIGTERM does.
    func shutDown() async { await group.triggerGracefulShutdown() }

    /// Opens a connection that is closed after the body.
    func connected<Value: Sendable>(
        trusting certificate: String? = nil, _ body: (inout RawConnection) async throws -> Value
    ) async throws -> Value {
        try await RawConnection.open(port: port, trusting: certificate, body)
    }
}

/// Lines that a server has logged.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    func add(_ line: [UInt8]) { lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) } }

    var all: [String] { lines.withLock { $0 } }

    var text: String { all.joined() }
}

/// A clock that tests set, and random numbers that count.
final class TestClock: Sendable {
    private let state: Mutex<(now: Instant, number: UInt64)>

    init(_ day: String) {
        state = Mutex((Instant(day + "T12:00:00+08:00") ?? Instant(microseconds: 0), 0))
    }

    var now: Instant { state.withLock { $0.now } }

    /// Sets it to noon in China of a day.
    func set(_ day: String) {
        state.withLock { $0.now = Instant(day + "T12:00:00+08:00") ?? Instant(microseconds: 0) }
    }

    func number() -> UInt64 {
        state.withLock { state in
            state.number += 1
            return state.number
        }
    }
}
