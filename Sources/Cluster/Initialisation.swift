import Glibc

/// Makes the data directory on first use, whole or not at all.
enum Initialisation {
    /// The major version that wrote the data, nil when there are none yet.
    static func major(in directory: ClusterDirectory) -> Int? {
        Files.text(directory.data + "/PG_VERSION").flatMap { Int($0.trimmingEnd) }
    }

    /// Lets initdb work beside, and renames its result: a kill on the way leaves `data.unfinished`, which the next
    /// start removes. A killed caller's initdb still holds the server lock it inherited, so the next start waits for
    /// it.
    static func make(
        in directory: ClusterDirectory, with programs: Programs, durable: Bool, holding lock: FileLock
    ) throws(ClusterError) {
        try remove(directory.unfinishedData, as: directory.account)
        let command = [
            programs.initdb, "--pgdata=\(directory.unfinishedData)", "--username=\(ClusterConnection.owner)",
            "--auth-local=trust", "--auth-host=reject", "--encoding=UTF8", "--locale=C.UTF-8", "--lc-messages=C",
            "--data-checksums", "--no-instructions",
        ]
        let result = try ChildProcess.run(
            directory.account.wrapping(command + (durable ? [] : ["--no-sync"])), holding: lock)
        guard result.status == 0 else { throw .initialisationFailed(output: result.output) }
        guard rename(directory.unfinishedData, directory.data) == 0 else {
            throw .directoryUnusable(path: directory.data, reason: systemReason())
        }
        synchronise(directory.path)
    }

    /// Removes a tree as the user who owns it, so that a link in it leads nowhere that user could not go.
    private static func remove(_ tree: String, as account: Account) throws(ClusterError) {
        guard Files.information(tree) != nil else { return }
        let result = try ChildProcess.run(account.wrapping(["/bin/rm", "-rf", "--", tree]))
        guard result.status == 0 else { throw .directoryUnusable(path: tree, reason: result.output) }
    }

    /// Makes the new name in a directory survive a loss of power.
    private static func synchronise(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
