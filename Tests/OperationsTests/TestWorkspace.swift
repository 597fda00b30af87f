import IdentitySupport
import Glibc
import Logging
import Passwords
import Postgres
import Storage
import Synchronization
import TestSupport
import Values

@testable import Operations

/// A workspace of a test: a migrated database of its own, a clock that stands still until it is set, counted chance.
struct TestWorkspace {
    let workspace: Workspace
    let conninfo: String
    private let clock: TestClock

    /// Lends one. It works as the role tranche_app, as the program does; `faults` breaks statements.
    static func lend(
        today: String = "2024-06-03", user: String = "clerk", connections: Int = 4, faults: FaultPlan? = nil,
        signer: SignerDirectory? = nil, _ body: (TestWorkspace) async throws -> Void
    ) async throws {
        try await TemplateDatabase.withCopy(of: "tranche_operations", prepare: migrate) { conninfo in
            try await open(
                conninfo, today: today, user: user, connections: connections, faults: faults, signer: signer, body)
        }
    }

    /// Opens a database that is there already. Chance counts on behind a number, so that no two workspaces on one
    /// database draw the same ids. Without pausing a command whose outcome is unknown looks again at once.
    static func open(
        _ conninfo: String, today: String = "2024-06-03", user: String = "clerk", connections: Int = 4,
        patience: Duration = .seconds(60), chance: UInt64 = 0, isPausing: Bool = true, faults: FaultPlan? = nil,
        signer: SignerDirectory? = nil, _ body: (TestWorkspace) async throws -> Void
    ) async throws {
        let database = try Database(
            Settings(conninfo: conninfo, session: ["role": "tranche_app"]),
            limits: PoolLimits(connections: connections, patience: patience),
            logger: TemplateDatabase.quiet, faults: faults)
        let clock = TestClock(today, chance: chance)
        var effects = Effects(now: { clock.now }, random: { clock.number() }, user: user)
        if !isPausing { effects.pause = { _ in await Task.yield() } }
        let cheap = PasswordHasher(cost: PasswordCost(memory: 8 << 10, passes: 1))
        let workspace = Workspace(database, effects: effects, passwords: cheap, sealing: TestKey.file, signer: signer)
        let test = TestWorkspace(workspace: workspace, conninfo: conninfo, clock: clock)
        do { try await body(test) } catch {
            await database.close()
            throw error
        }
        await database.close()
    }

    @Sendable static func migrate(_ database: Database) async throws {
        _ = try await Migrator(database).migrate()
        try await Migrator(database).grantRoles()
    }

    /// Sets the clock to noon in China of a day.
    func setToday(_ day: String) { clock.set(day) }

    var now: Instant { clock.now }

    /// Sets the clock forward.
    func advance(seconds: Int) { clock.advance(seconds: seconds) }

    /// Imports dossiers given as JSON texts and returns what became of each.
    @discardableResult
    func importing(_ dossiers: [String]) async throws -> [ImportResult] {
        var results: [ImportResult] = []
        let stream = AsyncStream { continuation in
            for dossier in dossiers { continuation.yield(Array(dossier.utf8)) }
            continuation.finish()
        }
        _ = try await workspace.importDossiers(stream, report: { results.append($0) })
        return results
    }

    /// Runs SQL as the owner of the database, around the program.
    func asOwner<Value: Sendable>(_ body: (Database) async throws -> Value) async throws -> Value {
        let database = try Database(Settings(conninfo: conninfo), logger: TemplateDatabase.quiet)
        do {
            let value = try await body(database)
            await database.close()
            return value
        } catch {
            await database.close()
            throw error
        }
    }

    /// Every row of every table of ours, as sorted lines of text.
    func dump(_ tables: [String] = TestWorkspace.tables) async throws -> [String] {
        try await asOwner { database in
            var lines: [String] = []
            for table in tables {
                let rows = Query(
                    Statement(text: "SELECT row(t.*)::text COLLATE \"C\" AS line FROM \(table) AS t ORDER BY 1"))
                lines += try await database.query(rows).map { row throws(PostgresError) in
                    "\(table) " + (try row.text(0))
                }
            }
            return lines
        }
    }

    /// The same of every table that there is.
    func dumpAll() async throws -> [String] {
        let names: Query =
            "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
        return try await dump(
            try await asOwner { try await $0.query(names).map { row throws(PostgresError) in try row.text(0) } })
    }

    static let tables = [
        "journal", "contract", "installment_position", "payment", "invoice", "assessment_result", "document_reference",
    ]
}

extension Database {
    /// The whole access log, first to last.
    func accessLog() async throws -> [StoredAccessEntry] {
        try await withConnection { try await $0.accessLog(AccessLogQuery(), limit: 10_000) }.map(\.entry).reversed()
    }
}

/// A clock that tests set, and random numbers that count.
final class TestClock: Sendable {
    private let state: Mutex<(now: Instant, number: UInt64)>

    init(_ day: String, chance: UInt64) {
        state = Mutex((Self.noon(day), chance))
    }

    var now: Instant { state.withLock { $0.now } }

    func advance(seconds: Int) {
        state.withLock { $0.now = Instant(microseconds: $0.now.microseconds + Int64(seconds) * 1_000_000) }
    }

    func set(_ day: String) { state.withLock { $0.now = Self.noon(day) } }

    func number() -> UInt64 {
        state.withLock { state in
            state.number += 1
            return state.number
        }
    }

    private static func noon(_ day: String) -> Instant {
        Instant(day + "T12:00:00+08:00") ?? Instant(microseconds: 0)
    }
}
