import Logging
import Postgres
import TestSupport
import Testing

@testable import Storage

/// Lends a migrated database of the test's own, connected as the cluster's owner or as a role.
func withMigratedDatabase(role: String? = nil, _ body: (Database) async throws -> Void) async throws {
    try await TemplateDatabase.withCopy(of: "tranche_storage", prepare: migrate) { conninfo in
        let session = role.map { ["role": $0] } ?? [:]
        try await connected(Settings(conninfo: conninfo, session: session), body)
    }
}

/// Lends an empty database of the test's own.
func withEmptyDatabase(_ body: (Database) async throws -> Void) async throws {
    try await TemplateDatabase.withCopy(of: "tranche_empty", prepare: { _ in }) { conninfo in
        try await connected(Settings(conninfo: conninfo), body)
    }
}

@Sendable func migrate(_ database: Database) async throws {
    _ = try await Migrator(database).migrate()
    try await Migrator(database).grantRoles()
}

private func connected(_ settings: Settings, _ body: (Database) async throws -> Void) async throws {
    let database = try Database(
        settings, limits: PoolLimits(connections: 12, patience: .seconds(600)), logger: TemplateDatabase.quiet)
    do { try await body(database) } catch {
        await database.close()
        throw error
    }
    await database.close()
}

extension Database {
    /// Runs statements, cut at their semicolons, in one transaction.
    func run(_ script: String) async throws {
        _ = try await unit(SQLScript.statements(of: Array(script.utf8)).map { Query(Statement(text: $0)) })
    }

    /// The first column of a query as text.
    func texts(_ sql: String) async throws -> [String] {
        try await query(Query(Statement(text: sql))).map { row throws(PostgresError) in try row.text(0) }
    }

    /// The constraint or, where it names none, the code by which statements are refused; nil where they pass.
    func refusal(_ script: String) async throws -> String? {
        do {
            try await run(script)
            return nil
        } catch PostgresError.server(let error, _) {
            return error.constraint ?? error.state.code
        }
    }
}
