import Dispatch
import Glibc
import Synchronization

/// A private PostgreSQL server of the program's own, in a directory, on a Unix socket, shared by any number of
/// processes.
///
/// **Sharing.** The server is nobody's child. Each user holds a shared flock on `users.lock`; starting and stopping
/// happen under an exclusive flock on `transition.lock`; every process of PostgreSQL inherits an exclusive flock on
/// `server.lock`. Who leaves and can turn its shared lock into an exclusive one was the last, and stops the server.
/// The kernel drops the locks of a killed process, so nothing goes stale: a killed last user leaves the server running,
/// which harms nothing, and the next user joins it and stops it when leaving. A supervisor process or a server bound to
/// its starter's life was rejected: the first can itself be killed, the second takes the database from under the
/// others.
public final class Cluster: Sendable {
    /// How to connect to the server.
    public let connection: ClusterConnection
    /// Where the files lie, absolute.
    public let directory: String

    private let membership: Mutex<Membership?>

    private init(_ connection: ClusterConnection, _ membership: Membership) {
        self.connection = connection
        directory = membership.server.directory.path
        self.membership = Mutex(membership)
    }

    /// Initialises the cluster on first use, starts its server unless it runs, and joins its users.
    /// `patience` bounds the wait, which is long only when the server has a crash to recover from.
    /// A cluster that is dropped without `close` is left as by a killed process.
    public static func open(directory: String, patience: Duration = .seconds(60)) async throws(ClusterError) -> Cluster
    {
        try await offThePool { () throws(ClusterError) in
            let server = Server(directory: try ClusterDirectory.prepare(directory), durable: true)
            let (connection, users) = try join(server, Patience(patience))
            return Cluster(connection, Membership(server: server, users: users, keeper: nil, patience: patience))
        }
    }

    /// Whether the directory holds a cluster that was initialised, or cannot be looked into by this user.
    public static func exists(in directory: String) -> Bool {
        access(directory + "/data", F_OK) == 0 || errno == EACCES
    }

    /// Makes a cluster under /tmp that ends and disappears with `close` or with this process, even if it is killed.
    /// Unless `durable`, it does without fsync: faster, and as good as long as the machine stays up.
    public static func openEphemeral(
        durable: Bool = false, patience: Duration = .seconds(60)
    ) async throws(ClusterError) -> Cluster {
        try await offThePool { () throws(ClusterError) in
            let path = try makeTemporary()
            do throws(ClusterError) {
                let server = Server(directory: try ClusterDirectory.prepare(path), durable: durable)
                let keeper = try EphemeralKeeper(of: path, as: server.directory.account)
                let (connection, users) = try join(server, Patience(patience))
                return Cluster(connection, Membership(server: server, users: users, keeper: keeper, patience: patience))
            } catch {
                rmdir(path)
                throw error
            }
        }
    }

    /// Leaves; the last user stops the server and waits until it has ended. Closing again does nothing.
    public func close() async throws(ClusterError) {
        try await Self.offThePool { () throws(ClusterError) in try self.closeBlocking() }
    }

    /// As `close`, blocking the calling thread: for a signal's dispatch handler or atexit, never for async code.
    public func closeBlocking() throws(ClusterError) {
        try membership.withLock { (membership) throws(ClusterError) in
            defer { membership = nil }
            try membership?.leave()
        }
    }
}

extension Cluster {
    private static func join(
        _ server: Server, _ patience: Patience
    ) throws(ClusterError) -> (ClusterConnection, FileLock) {
        let transition = try server.directory.transitionLock()
        guard transition.acquire(.exclusive, within: patience) else { throw .busy(path: server.directory.path) }
        defer { transition.release() }
        let users = try server.directory.usersLock()
        // Only a leaving user takes it exclusively, and only under the transition lock, which is ours.
        guard users.acquire(.shared) else { throw .busy(path: server.directory.path) }
        do throws(ClusterError) {
            let socketDirectory = try server.ensureReady(patience)
            return (ClusterConnection(host: socketDirectory, port: SocketDirectory.port), users)
        } catch {
            users.release()
            throw error
        }
    }

    private static func makeTemporary() throws(ClusterError) -> String {
        let template = strdup("/tmp/tranche-XXXXXX")
        defer { free(template) }
        guard let template, mkdtemp(template) != nil else {
            throw .directoryUnusable(path: "/tmp", reason: systemReason())
        }
        return String(cString: template)
    }

    /// Swift's own threads are as few as the processors and must not wait; a thread of Dispatch may.
    private static func offThePool<Value: Sendable>(
        _ body: @escaping @Sendable () throws(ClusterError) -> Value
    ) async throws(ClusterError) -> Value {
        let result = await withCheckedContinuation { continuation in
            DispatchQueue(label: "tranche.cluster").async {
                continuation.resume(returning: Result(catching: body))
            }
        }
        return try result.get()
    }
}
