import Glibc
import Testing

@testable import Cluster

/// A new directory under /tmp for the clusters of one test, open to the user `postgres`, and what tests do in it.
struct Scratch {
    let path: String
    /// Also ends what a failed test has left running, and all of it if the run is killed.
    private let keeper: EphemeralKeeper

    init() throws {
        let template = try #require(strdup("/tmp/cluster-tests-XXXXXX"))
        defer { free(template) }
        path = try String(cString: #require(mkdtemp(template)))
        chmod(path, 0o755)
        keeper = try EphemeralKeeper(of: path, as: .current)
    }

    /// A place for a cluster that is not there yet.
    var cluster: String { path + "/cluster" }

    func remove() { keeper.finish() }
}

extension Cluster {
    /// What psql answers to a statement, unadorned.
    func answer(_ sql: String) throws -> String {
        let command = ["/usr/bin/psql", "-X", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", sql, connection.conninfo()]
        let (status, output) = try ChildProcess.run(command)
        try #require(status == 0, "\(output)")
        return output
    }

    /// The process number of the server.
    func postmaster() throws -> pid_t {
        try #require(PostmasterFile(data: directory + "/data")).process
    }
}

/// Whether any process of PostgreSQL, be it initdb, still works in a cluster's directory.
func isServerLockHeld(_ directory: String) throws -> Bool {
    let lock = try FileLock(path: directory + "/" + ClusterDirectory.serverLockName, account: .current)
    return !lock.acquire(.exclusive)
}

/// Replaces what a file holds, keeping its owner.
func overwrite(_ path: String, with lines: [String]) throws {
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    fputs(lines.map { $0 + "\n" }.joined(), file)
}

/// Waits for something that another process brings about; false when it has not in a minute.
func becomesTrue(_ condition: () -> Bool) -> Bool {
    var patience = Patience(.seconds(60))
    while !condition() {
        guard patience.pause() else { return false }
    }
    return true
}
