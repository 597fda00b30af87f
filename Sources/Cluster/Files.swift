import Glibc

/// What the system says about the last failed call, without its final point.
func systemReason(_ code: Int32 = errno) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
}

/// The few questions about files that a cluster asks.
enum Files {
    /// The whole of a small text file, nil when it cannot be read.
    static func text(_ path: String) -> String? {
        tail(path, bytes: 65_536)
    }

    /// The last bytes of a text file, nil when it cannot be read. Files of /proc, which have no size, are read whole.
    static func tail(_ path: String, bytes limit: Int) -> String? {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let size = lseek(descriptor, 0, SEEK_END)
        lseek(descriptor, max(0, size - limit), SEEK_SET)
        return read(descriptor, bytes: limit)
    }

    /// What a descriptor gives until its end or the limit.
    static func read(_ descriptor: Int32, bytes limit: Int) -> String {
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while content.count < limit {
            let count = Glibc.read(descriptor, &buffer, min(buffer.count, limit - content.count))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            content += buffer[..<count]
        }
        return String(decoding: content, as: UTF8.self)
    }

    /// Opens a file, or makes one that belongs to the account. Root works here in a directory that is not its own: it
    /// follows no link and gives away nothing but what it has just made.
    static func open(_ path: String, _ flags: Int32, makingItFor account: Account) throws(ClusterError) -> Int32 {
        let flags = flags | O_CLOEXEC | O_NOFOLLOW
        var descriptor = Glibc.open(path, flags)
        if descriptor < 0, errno == ENOENT {
            descriptor = Glibc.open(path, flags | O_CREAT | O_EXCL, 0o600)
            if descriptor >= 0, geteuid() == 0 { fchown(descriptor, account.user, account.group) }
            // Another process was first.
            if descriptor < 0, errno == EEXIST { descriptor = Glibc.open(path, flags) }
        }
        guard descriptor >= 0 else { throw .directoryUnusable(path: path, reason: systemReason()) }
        return descriptor
    }

    /// What is known of a file, without following a link; nil when there is none.
    static func information(_ path: String) -> stat? {
        var found = stat()
        return lstat(path, &found) == 0 ? found : nil
    }

    /// The names in a directory but `.` and `..`, nil when it cannot be read.
    static func names(in path: String) -> [String]? {
        guard let directory = opendir(path) else { return nil }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// The path without links, nil when it leads nowhere.
    static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// The directories above an absolute path, the root first.
    static func ancestors(of path: String) -> [String] {
        let parts = path.split(separator: "/").dropLast()
        return ["/"] + parts.indices.map { "/" + parts[...$0].joined(separator: "/") }
    }
}
