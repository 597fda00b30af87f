import Glibc
import Synchronization

@testable import Postgres

/// A private PostgreSQL for this run of the tests, to be replaced by `Cluster` once that exists.
final class TestCluster: Sendable {
    /// The one that every test shares; commits that ask for synchronous_commit=on wait for a standby that never comes.
    static let shared: Result<TestCluster, ClusterTrouble> = {
        let cluster = Result { () throws(ClusterTrouble) in try TestCluster() }
        atexit { if case .success(let cluster) = TestCluster.shared { cluster.remove() } }
        return cluster
    }()

    private let binaries: String
    private let directory: String
    /// The server's process; nil while none runs.
    private let process = Mutex<pid_t?>(nil)

    init() throws(ClusterTrouble) {
        binaries = try Self.newestBinaries()
        directory = "/tmp/tranche-pg-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        let owner = Self.isRoot ? ["-o", "postgres", "-g", "postgres"] : []
        try Self.run(["install", "-d", "-m", "700"] + owner + [directory])
        try Self.run(Self.prefix + [
            "\(binaries)/initdb", "-D", "\(directory)/data", "-U", "app", "-A", "trust", "-E", "UTF8",
            "--locale=C.UTF-8", "--no-sync",
        ])
        try start()
    }

    /// Where libpq finds it.
    var conninfo: String { "host=\(directory) user=app dbname=postgres" }

    /// Starts the server; it may take a moment before it answers.
    func start() throws(ClusterTrouble) {
        let death = Self.isRoot ? ["--pdeathsig", "INT"] : []
        let arguments = Self.prefix + death + [
            "\(binaries)/postgres", "-D", "\(directory)/data", "-c", "listen_addresses=", "-c", "fsync=off",
            "-c", "unix_socket_directories=\(directory)", "-c", "synchronous_commit=local",
            "-c", "synchronous_standby_names=ghost", "-c", "max_connections=100", "-c", "logging_collector=on",
        ]
        // The death signal comes with the end of the *thread* that started the process, and libdispatch ends its
        // threads after five idle seconds; so a thread of its own starts the server and stays until it has ended.
        let isRunning = PlainThread.run {
            guard let started = try? Self.spawn(arguments) else { return }
            self.process.withLock { $0 = started }
            var status: Int32 = 0
            waitpid(started, &status, 0)
            self.process.withLock { $0 = nil }
        }
        if !isRunning { throw ClusterTrouble(command: "thread", code: 1) }
        while process.withLock({ $0 }) == nil { sched_yield() }
    }

    /// Stops the server at once, cutting every connection.
    func stop() {
        guard let running = process.withLock({ $0 }) else { return }
        kill(running, SIGINT)
        while process.withLock({ $0 }) != nil { sched_yield() }
    }

    func remove() {
        stop()
        _ = try? Self.run(["rm", "-rf", directory])
    }

    private static var isRoot: Bool { getuid() == 0 }

    private static var prefix: [String] {
        isRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] : []
    }

    private static func newestBinaries() throws(ClusterTrouble) -> String {
        let newest = (10...40).reversed().first { access("/usr/lib/postgresql/\($0)/bin/postgres", X_OK) == 0 }
        guard let newest else { throw ClusterTrouble(command: "postgres", code: 127) }
        return "/usr/lib/postgresql/\(newest)/bin"
    }

    private static func run(_ arguments: [String]) throws(ClusterTrouble) {
        let process = try spawn(arguments)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        guard status == 0 else { throw ClusterTrouble(command: arguments.joined(separator: " "), code: status) }
    }

    private static func spawn(_ arguments: [String]) throws(ClusterTrouble) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // The user postgres cannot stay in a directory of root's.
        let words = (["env", "--chdir=/tmp"] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        var process = pid_t()
        let code = posix_spawnp(&process, "env", &actions, nil, words + [nil], environ)
        guard code == 0 else { throw ClusterTrouble(command: arguments.joined(separator: " "), code: code) }
        return process
    }
}

struct ClusterTrouble: Error {
    let command: String
    let code: Int32
}
