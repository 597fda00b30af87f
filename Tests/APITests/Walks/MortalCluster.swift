import Cluster
import Foundation
import Glibc
import Postgres
import Storage
import Synchronization
import TestSupport

/// A PostgreSQL server of one test's own, which ends in the middle of work and comes back.
final class MortalCluster: Sendable {
    private let cluster: Cluster
    private let state = Mutex<(restart: Task<Void, any Error>?, count: Int)>((nil, 0))

    /// Lends one with a migrated database. What was committed is on the disk when the server is killed.
    static func lend(_ body: (_ cluster: MortalCluster) async throws -> Void) async throws {
        let mortal = MortalCluster(try await Cluster.openEphemeral(durable: true))
        do {
            try await mortal.prepare()
            try await body(mortal)
        } catch {
            try? await mortal.settled()
            try await mortal.cluster.close()
            throw error
        }
        try await mortal.settled()
        try await mortal.cluster.close()
    }

    private init(_ cluster: Cluster) { self.cluster = cluster }

    /// How to reach the database, as its owner.
    var conninfo: String { cluster.connection.conninfo(database: "race") }

    /// How often it was ended.
    var restarts: Int { state.withLock { $0.count } }

    /// Runs SQL as the owner of a database.
    func asOwner<Value: Sendable>(
        of conninfo: String? = nil, _ body: (Database) async throws -> Value
    ) async throws -> Value {
        let settings = Settings(conninfo: conninfo ?? self.conninfo)
        let database = try Database(settings, logger: TemplateDatabase.quiet)
        do {
            let value = try await body(database)
            await database.close()
            return value
        } catch {
            await database.close()
            throw error
        }
    }

    /// Ends the server by a signal and starts it again; returns at once.
    func restart(_ signal: Int32) {
        state.withLock { state in
            state.count += 1
            state.restart = Task { [cluster, earlier = state.restart] in
                try await earlier?.value
                try await Self.end(cluster.directory + "/data", signal)
                // Another user of the same directory starts what does not run; the first one's end ends it for both.
                _ = try await Cluster.open(directory: cluster.directory)
            }
        }
    }

    /// Returns when no restart is under way.
    func settled() async throws { try await state.withLock { $0.restart }?.value }

    private func prepare() async throws {
        try await asOwner(of: cluster.connection.conninfo()) { (database) async throws in
            let create: Query = "CREATE DATABASE race TEMPLATE template0 ENCODING 'UTF8'"
            _ = try await database.unit([create], deadline: .after(.seconds(120)))
        }
        try await asOwner { try await TestServer.migrate($0) }
    }

    /// Signals the server of a data directory and returns when its process has ended; a zombie has no command line.
    private static func end(_ data: String, _ signal: Int32) async throws {
        let note = try String(contentsOfFile: data + "/postmaster.pid", encoding: .utf8)
        guard let process = note.split(separator: "\n").first.flatMap({ pid_t($0) }), process > 1 else {
            throw CocoaError(.fileReadCorruptFile)
        }
        kill(process, signal)
        while let command = FileManager.default.contents(atPath: "/proc/\(process)/cmdline"), !command.isEmpty {
            await Task.yield()
        }
    }
}
