/// Everything that can go wrong with a private cluster. `code` is stable, `description` is a sentence for people.
public enum ClusterError: Error, Equatable, Sendable {
    /// No PostgreSQL server programs of version 15 or later were found.
    case programsMissing
    /// The data were written by a major version whose programs are not installed.
    case versionMissing(major: Int)
    /// Running as root, and the account that should own the server does not exist.
    case accountMissing(name: String)
    /// The directory could not be created, opened or written; `reason` is the system's.
    case directoryUnusable(path: String, reason: String)
    /// A parent of the directory is closed to the account that runs the server.
    case directoryUnreachable(path: String, closed: String, account: String)
    /// The directory exists and holds files that are not a cluster's.
    case directoryForeign(path: String)
    /// The short directory for the socket exists and belongs to someone else.
    case socketDirectoryUnsafe(path: String)
    /// A program of the system could not be started; `reason` is the system's.
    case spawnFailed(program: String, reason: String)
    /// initdb ended with an error; `output` is the end of what it said.
    case initialisationFailed(output: String)
    /// The server ended before it was ready; `log` is the end of its log.
    case startFailed(log: String)
    /// The server is not ready within the time allowed; `log` is the end of its log.
    case startTimedOut(log: String)
    /// The server has not ended within the time allowed.
    case stopTimedOut(path: String)
    /// Another process kept starting or stopping the cluster for the whole time allowed.
    case busy(path: String)
}

extension ClusterError {
    /// A name that never changes, for programs and for the documentation.
    public var code: String {
        switch self {
        case .programsMissing: "cluster.programs-missing"
        case .versionMissing: "cluster.version-missing"
        case .accountMissing: "cluster.account-missing"
        case .directoryUnusable: "cluster.directory-unusable"
        case .directoryUnreachable: "cluster.directory-unreachable"
        case .directoryForeign: "cluster.directory-foreign"
        case .socketDirectoryUnsafe: "cluster.socket-directory-unsafe"
        case .spawnFailed: "cluster.spawn-failed"
        case .initialisationFailed: "cluster.initialisation-failed"
        case .startFailed: "cluster.start-failed"
        case .startTimedOut: "cluster.start-timed-out"
        case .stopTimedOut: "cluster.stop-timed-out"
        case .busy: "cluster.busy"
        }
    }
}

extension ClusterError: CustomStringConvertible {
    /// One sentence of plain English, followed by the server's own words where it said any.
    public var description: String {
        switch self {
        case .programsMissing:
            "PostgreSQL 15 or later was not found; install the Debian package postgresql."
        case .versionMissing(let major):
            "The data were written by PostgreSQL \(major), which is not installed; install the Debian package postgresql-\(major)."
        case .accountMissing(let name):
            "PostgreSQL does not run as root and there is no user \(name); install the Debian package postgresql-common."
        case .directoryUnusable(let path, let reason):
            "The directory \(path) cannot be used for the database: \(reason)."
        case .directoryUnreachable(let path, let closed, let account):
            "The directory \(path) cannot be reached by the user \(account), who runs PostgreSQL: \(closed) is closed to that user."
        case .directoryForeign(let path):
            "The directory \(path) holds other files and was not made for a database; choose an empty or a new directory."
        case .socketDirectoryUnsafe(let path):
            "The directory \(path) for the database's socket belongs to someone else or is open to others; remove it."
        case .spawnFailed(let program, let reason):
            "The program \(program) could not be started: \(reason)."
        case .initialisationFailed(let output):
            "PostgreSQL's initdb failed and said:\n\(output)"
        case .startFailed(let log):
            "PostgreSQL ended before it was ready; its log ends with:\n\(log)"
        case .startTimedOut(let log):
            "PostgreSQL did not become ready in time; its log ends with:\n\(log)"
        case .stopTimedOut(let path):
            "PostgreSQL under \(path) was asked to stop and has not ended in time."
        case .busy(let path):
            "Another process has been starting or stopping the database under \(path) all the time."
        }
    }
}
