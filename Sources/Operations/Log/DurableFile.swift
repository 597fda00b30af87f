#if canImport(Glibc)
    internal import Glibc
#endif

/// Small files that must be there after a power cut once a call has returned. Every call blocks for a moment.
enum DurableFile {
    /// The last bytes of a file, nil when it cannot be read. With `isSecret` also when others may read it.
    static func read(_ path: String, atMost limit: Int = 1 << 17, isSecret: Bool = false) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, !isSecret || status.st_mode & 0o077 == 0
        else { return nil }
        var offset = max(0, Int(status.st_size) - limit)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = pread(file, &buffer, buffer.count, off_t(offset))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            offset += count
        }
    }

    /// Makes a file; false when there is one already or it cannot be written. Nobody ever reads half of it.
    static func create(_ path: String, _ bytes: [UInt8], mode: mode_t) -> Bool {
        replacing(path, bytes, mode: mode) { link($0, $1) == 0 }
    }

    /// Puts a file in the place of another one, at once.
    static func replace(_ path: String, _ bytes: [UInt8], mode: mode_t) -> Bool {
        replacing(path, bytes, mode: mode) { rename($0, $1) == 0 }
    }

    /// Adds bytes at the end of a file that is there.
    static func append(_ path: String, _ bytes: [UInt8]) -> Bool {
        let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        return write(bytes, to: file) && fsync(file) == 0
    }

    /// Under a name of its own first, in the same directory.
    private static func replacing(
        _ path: String, _ bytes: [UInt8], mode: mode_t, _ settle: (String, String) -> Bool
    ) -> Bool {
        let draft = "\(path).\(getpid())"
        unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else { return false }
        defer { unlink(draft) }
        let isWritten = write(bytes, to: file) && fsync(file) == 0
        close(file)
        return isWritten && settle(draft, path) && syncDirectory(of: path)
    }

    private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// A new name is durable once its directory is.
    private static func syncDirectory(of path: String) -> Bool {
        let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let directory = open(parent.isEmpty ? "/" : parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { return false }
        defer { close(directory) }
        return fsync(directory) == 0
    }

    /// A lock on a file that the kernel drops when its holder ends, however it ends.
    final class Lock: Sendable {
        private let file: Int32

        /// Nil where another process or task holds it, or the file cannot be made.
        init?(_ path: String) {
            file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard file >= 0 else { return nil }
            guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
                close(file)
                return nil
            }
        }

        deinit { if file >= 0 { close(file) } }
    }
}
