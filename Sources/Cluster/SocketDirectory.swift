import Glibc

/// Where the server's socket lies: with the data, or under /tmp when that path does not do for a socket's address.
enum SocketDirectory {
    /// An address holds 107 bytes; the margin is for `/.s.PGSQL.5432`.
    private static let longest = 86
    static let port = 5432

    /// The path for a cluster; the short one derives from the long, so that every process finds the same.
    static func path(for directory: ClusterDirectory) -> String {
        // PostgreSQL and libpq read lists of directories: a comma parts them, a quotation mark quotes.
        let isPlain = !directory.path.contains { $0 == "," || $0 == "\"" }
        if isPlain, directory.path.utf8.count <= longest { return directory.path }
        return "/tmp/tranche-" + hexadecimal(fingerprint(directory.path))
    }

    /// Makes the directory if it is not there, and refuses one that another user could have laid there.
    static func prepare(_ path: String, for directory: ClusterDirectory) throws(ClusterError) {
        guard path != directory.path else { return }
        if mkdir(path, 0o700) == 0, geteuid() == 0 { lchown(path, directory.account.user, directory.account.group) }
        guard let found = Files.information(path), found.st_mode & S_IFMT == S_IFDIR,
            found.st_uid == directory.account.user, found.st_mode & 0o077 == 0
        else { throw .socketDirectoryUnsafe(path: path) }
    }

    /// Removes what a server that is gone has left. PostgreSQL itself refuses to start over a socket's lock file
    /// when the process number in it lives again as something else.
    static func clear(_ path: String) {
        unlink("\(path)/.s.PGSQL.\(port)")
        unlink("\(path)/.s.PGSQL.\(port).lock")
    }

    /// Removes the short directory once the server has ended.
    static func remove(_ path: String, for directory: ClusterDirectory) {
        guard path != directory.path else { return }
        clear(path)
        rmdir(path)
    }

    /// FNV-1a. It keeps clusters apart; that nobody else prepared the directory is checked by its owner.
    private static func fingerprint(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
