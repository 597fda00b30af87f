import Glibc

/// The user of the system that owns a cluster's files and runs its server.
struct Account: Equatable {
    let user: uid_t
    let group: gid_t
    let name: String

    /// The user this process acts as.
    static var current: Account { Account(user: geteuid()) }

    /// The user of a number, named by the number when the system knows no name.
    init(user: uid_t) {
        self = Self.entry { getpwuid_r(user, $0, $1, $2, $3) } ?? Account(user: user, group: user, name: String(user))
    }

    /// The user of a name, nil when there is none.
    init?(named name: String) {
        guard let account = Self.entry({ getpwnam_r(name, $0, $1, $2, $3) }) else { return nil }
        self = account
    }

    private typealias Lookup = (
        UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
        UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
    ) -> Int32

    /// What the system's list of users says, asked in the way that several threads may.
    private static func entry(_ lookUp: Lookup) -> Account? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { buffer in
            guard let start = buffer.baseAddress, lookUp(&entry, start, buffer.count, &found) == 0, found != nil else {
                return nil
            }
            return Account(user: entry.pw_uid, group: entry.pw_gid, name: String(cString: entry.pw_name))
        }
    }

    private init(user: uid_t, group: gid_t, name: String) {
        self.user = user
        self.group = group
        self.name = name
    }

    /// The command that runs `command` as this user; root gives up its rights through setpriv of util-linux.
    func wrapping(_ command: [String]) -> [String] {
        guard geteuid() != user else { return command }
        return ["/usr/bin/setpriv", "--reuid=\(user)", "--regid=\(group)", "--clear-groups", "--"] + command
    }
}
