import Glibc

/// The server programs of one installed PostgreSQL.
struct Programs: Equatable {
    static let oldestMajor = 15

    let directory: String
    let major: Int

    var initdb: String { directory + "/initdb" }
    var postgres: String { directory + "/postgres" }

    /// The newest installed version that will do; `major` asks for exactly that one, because data are bound to it.
    static func find(major: Int?) throws(ClusterError) -> Programs {
        let suitable = installed().filter { $0.major == major ?? max($0.major, oldestMajor) }
        guard let newest = suitable.max(by: { $0.major < $1.major }) else {
            throw major.map { .versionMissing(major: $0) } ?? .programsMissing
        }
        return newest
    }

    /// Debian keeps the server's programs out of PATH, one directory for each major version.
    private static func installed() -> [Programs] {
        let path = getenv("PATH").map { String(cString: $0) } ?? ""
        let versions = Files.names(in: "/usr/lib/postgresql") ?? []
        let directories = path.split(separator: ":").map(String.init) + versions.map { "/usr/lib/postgresql/\($0)/bin" }
        return directories.filter { $0.hasPrefix("/") }.compactMap(Programs.init(in:))
    }

    /// Asks the programs of a directory for their version: `postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)`.
    private init?(in directory: String) {
        guard access(directory + "/initdb", X_OK) == 0, access(directory + "/postgres", X_OK) == 0,
            let (status, output) = try? ChildProcess.run([directory + "/postgres", "--version"]), status == 0,
            let version = output.split(separator: " ").dropFirst(2).first,
            let major = Int(version.prefix { $0.isNumber })
        else { return nil }
        self.directory = directory
        self.major = major
    }
}
