import Glibc

/// The PostgreSQL server of one directory. Whoever calls holds the transition lock, so nobody else starts or stops it.
struct Server {
    let directory: ClusterDirectory
    let durable: Bool

    /// What can be seen of the server from outside.
    enum Observation {
        /// It answers on the socket in this directory.
        case ready(socketDirectory: String)
        /// No process of PostgreSQL works in the directory; as long as the lock lives, none will.
        case idle(FileLock)
        /// It starts, or ends, or initdb works, or backends outlive a killed postmaster for a moment.
        case unsettled
    }

    func observe() throws(ClusterError) -> Observation {
        if let note = PostmasterFile(data: directory.data), note.isAlive(serving: directory.data) {
            return note.isReady ? .ready(socketDirectory: note.socketDirectory) : .unsettled
        }
        let lock = try directory.serverLock()
        return lock.acquire(.exclusive) ? .idle(lock) : .unsettled
    }

    /// Waits until the server is ready, starting it if there is none, and gives the directory of its socket.
    func ensureReady(_ patience: Patience) throws(ClusterError) -> String {
        var patience = patience
        var started = false
        while true {
            switch try observe() {
            case .ready(let socketDirectory):
                try SocketDirectory.prepare(socketDirectory, for: directory)
                return socketDirectory
            case .idle where started:
                throw .startFailed(log: logTail)
            case .idle(let lock):
                try start(holding: lock)
                started = true
            case .unsettled:
                break
            }
            guard patience.pause() else { throw .startTimedOut(log: logTail) }
        }
    }

    /// Asks the server to end, open transactions rolled back (SIGINT, PostgreSQL's "fast"), and waits until it has.
    func stop(_ patience: Patience) throws(ClusterError) {
        var patience = patience
        var asked: pid_t?
        while true {
            if case .idle = try observe() { break }
            if let note = PostmasterFile(data: directory.data), note.process != asked,
                note.isAlive(serving: directory.data)
            {
                kill(note.process, SIGINT)
                asked = note.process
            }
            guard patience.pause() else { throw .stopTimedOut(path: directory.path) }
        }
        SocketDirectory.remove(SocketDirectory.path(for: directory), for: directory)
    }

    /// setsid --fork makes the server nobody's child: it outlives its starter and leaves it no zombie to wait for.
    private func start(holding lock: FileLock) throws(ClusterError) {
        let major = Initialisation.major(in: directory)
        let programs = try Programs.find(major: major)
        if major == nil { try Initialisation.make(in: directory, with: programs, durable: durable, holding: lock) }
        let socketDirectory = SocketDirectory.path(for: directory)
        try SocketDirectory.prepare(socketDirectory, for: directory)
        SocketDirectory.clear(socketDirectory)
        removeMisleadingNote()
        let arguments = ServerSettings.arguments(
            data: directory.data, socketDirectory: socketDirectory, durable: durable)
        let command = ["/usr/bin/setsid", "--fork"] + directory.account.wrapping([programs.postgres] + arguments)
        let log = try openLog()
        defer { close(log) }
        ChildProcess.wait(try ChildProcess.spawn(command, output: log, holding: lock))
    }

    /// PostgreSQL takes a left note for stale when its process is dead, and refuses to start when the number lives,
    /// be it as an unrelated process or as a zombie. The lock in our hand tells that no server is there.
    private func removeMisleadingNote() {
        let path = directory.data + "/postmaster.pid"
        let isEmpty = Files.text(path)?.isEmpty ?? false
        guard isEmpty || PostmasterFile(data: directory.data).map({ kill($0.process, 0) == 0 }) ?? false else { return }
        unlink(path)
    }

    /// Opens the log for appending; one that has grown large becomes `postgres.log.1`, which it replaces.
    private func openLog() throws(ClusterError) -> Int32 {
        if let size = Files.information(directory.log)?.st_size, size > 8_388_608 {
            rename(directory.log, directory.log + ".1")
        }
        return try Files.open(directory.log, O_WRONLY | O_APPEND, makingItFor: directory.account)
    }

    private var logTail: String { (Files.tail(directory.log, bytes: 2_048) ?? "").trimmingEnd }
}
