import Glibc

/// The files of one cluster: `data` (PostgreSQL's own), the log, three locks and the socket, open to one user only.
struct ClusterDirectory: Equatable {
    /// Absolute and without links.
    let path: String
    /// Who owns the files and runs the server: the owner of the directory; of a new one `postgres` where we are root.
    let account: Account

    var data: String { path + "/data" }
    /// Where initdb works before its result is given the name `data`.
    var unfinishedData: String { path + "/data.unfinished" }
    var log: String { path + "/postgres.log" }

    /// Held exclusively by a process while it starts or stops the server.
    func transitionLock() throws(ClusterError) -> FileLock { try lock("transition.lock") }
    /// Held, shared, by each process that uses the server.
    func usersLock() throws(ClusterError) -> FileLock { try lock("users.lock") }
    /// Held by every process of PostgreSQL that works here, for as long as it lives: it inherits it.
    func serverLock() throws(ClusterError) -> FileLock { try lock(Self.serverLockName) }

    static let serverLockName = "server.lock"

    private func lock(_ name: String) throws(ClusterError) -> FileLock {
        try FileLock(path: path + "/" + name, account: account)
    }
}

extension ClusterDirectory {
    /// Makes the directory and its missing parents, or adopts an empty one, or recognises a cluster's.
    static func prepare(_ given: String) throws(ClusterError) -> ClusterDirectory {
        let path = try absolute(given)
        // PostgreSQL's own notes about a server hold its directory as one line.
        guard !path.contains(where: \.isNewline) else {
            throw .directoryUnusable(path: path, reason: "its name holds a line break")
        }
        let existing = Files.information(path).flatMap { _ in Files.resolved(path) }
        let account = try account(of: existing)
        try requireReach(to: existing ?? path, account)
        try makeParents(of: path)
        if existing == nil, mkdir(path, 0o700) != 0, errno != EEXIST {
            throw .directoryUnusable(path: path, reason: systemReason())
        }
        guard let real = Files.resolved(path) else { throw .directoryUnusable(path: path, reason: systemReason()) }
        try close(real, for: account)
        return ClusterDirectory(path: real, account: account)
    }

    private static func absolute(_ path: String) throws(ClusterError) -> String {
        if path.hasPrefix("/") { return path }
        guard let current = Files.resolved(".") else { throw .directoryUnusable(path: path, reason: systemReason()) }
        return current + "/" + path
    }

    private static func account(of existing: String?) throws(ClusterError) -> Account {
        guard geteuid() == 0 else { return .current }
        if let existing, let owner = Files.information(existing)?.st_uid, owner != 0 { return Account(user: owner) }
        guard let account = Account(named: "postgres") else { throw .accountMissing(name: "postgres") }
        return account
    }

    /// Root reaches everything, the account may not: asks the system as that account, before anything is made.
    private static func requireReach(to path: String, _ account: Account) throws(ClusterError) {
        guard account != .current else { return }
        let existing = Files.ancestors(of: path).filter { Files.information($0) != nil }
        guard let nearest = existing.last, try !isOpen(nearest, to: account) else { return }
        for ancestor in existing where try !isOpen(ancestor, to: account) {
            throw .directoryUnreachable(path: path, closed: ancestor, account: account.name)
        }
    }

    private static func isOpen(_ directory: String, to account: Account) throws(ClusterError) -> Bool {
        try ChildProcess.run(account.wrapping(["/usr/bin/test", "-x", directory])).status == 0
    }

    /// Parents made here are ordinary directories, whatever the umask: the account must pass through them.
    private static func makeParents(of path: String) throws(ClusterError) {
        for ancestor in Files.ancestors(of: path) where Files.information(ancestor) == nil {
            guard mkdir(ancestor, 0o755) == 0 else {
                if errno == EEXIST { continue }
                throw .directoryUnusable(path: path, reason: systemReason())
            }
            chmod(ancestor, 0o755)
        }
    }

    /// Closes the directory to all but the account: being able to reach the socket is all the server asks for.
    private static func close(_ path: String, for account: Account) throws(ClusterError) {
        guard let names = Files.names(in: path) else { throw .directoryUnusable(path: path, reason: systemReason()) }
        guard names.isEmpty || names.contains("transition.lock") else { throw .directoryForeign(path: path) }
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        defer { if descriptor >= 0 { Glibc.close(descriptor) } }
        guard descriptor >= 0, fchmod(descriptor, 0o700) == 0,
            geteuid() != 0 || fchown(descriptor, account.user, account.group) == 0
        else { throw .directoryUnusable(path: path, reason: systemReason()) }
    }
}
