import Cluster
public import Logging
public import Postgres

/// Databases of the run's cluster that are prepared once and copied for each test.
public actor TemplateDatabase {
    private static let all = TemplateDatabase()
    private var templates: [String: Task<Void, any Error>] = [:]
    private var copies = 0
    /// Copies lent at once: the server has 100 connections for all tests of a run, which run side by side.
    private static let mostLent = 6
    private var lent = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Lends a copy of a template to a test and drops it afterwards. The first call for a name makes the template,
    /// with `prepare` working in it as the cluster's owner.
    public static func withCopy(
        of name: String, prepare: @escaping @Sendable (Database) async throws -> Void,
        _ body: (_ conninfo: String) async throws -> Void
    ) async throws {
        await all.wait()
        do {
            try await lend(try await all.copy(of: name, prepare), body)
        } catch {
            await all.leave()
            throw error
        }
        await all.leave()
    }

    private static func lend(_ copy: String, _ body: (_ conninfo: String) async throws -> Void) async throws {
        do {
            try await body(try await TestCluster.shared.connection.conninfo(database: copy))
        } catch {
            try? await run("DROP DATABASE \(copy) WITH (FORCE)")
            throw error
        }
        try await run("DROP DATABASE \(copy) WITH (FORCE)")
    }

    /// A logger that says nothing.
    public static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func wait() async {
        if lent < Self.mostLent {
            lent += 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func leave() {
        if waiting.isEmpty {
            lent -= 1
        } else {
            waiting.removeFirst().resume()
        }
    }

    private func copy(
        of name: String, _ prepare: @escaping @Sendable (Database) async throws -> Void
    ) async throws -> String {
        let making =
            templates[name]
            ?? Task {
                try await Self.run("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8'")
                let conninfo = try await TestCluster.shared.connection.conninfo(database: name)
                try await Self.connected(conninfo, prepare)
            }
        templates[name] = making
        try await making.value
        copies += 1
        let copy = "\(name)_\(copies)"
        try await Self.run("CREATE DATABASE \(copy) TEMPLATE \(name)")
        return copy
    }

    private static func run(_ sql: String) async throws {
        try await connected(try await TestCluster.shared.connection.conninfo()) { database in
            _ = try await database.unit([Query(Statement(text: sql))], deadline: .after(.seconds(120)))
        }
    }

    private static func connected(_ conninfo: String, _ body: (Database) async throws -> Void) async throws {
        let database = try Database(Settings(conninfo: conninfo), logger: quiet)
        do { try await body(database) } catch {
            await database.close()
            throw error
        }
        await database.close()
    }
}
