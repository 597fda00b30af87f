#if canImport(Glibc)
    internal import Glibc
#endif

/// The file with the ``SealingKey``: one line of 64 hexadecimal digits, such as `openssl rand -hex 32` prints.
public struct SealingKeyFile: Sendable {
    private let path: String
    private let mayCreate: Bool

    /// A file by its path; with `creating` it is made, for its owner only, when the key is first asked for.
    public init(path: String, creating: Bool) {
        self.path = path
        mayCreate = creating
    }

    /// The key. Nil where the file cannot be read or made, is none, or may be read or written by everybody.
    public func key() -> SealingKey? {
        if let key = read() { return key }
        guard mayCreate, let key = SealingKey.random() else { return nil }
        write(key)
        // Another process may have been faster; what stands in the file counts.
        return read()
    }

    private func read() -> SealingKey? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o007 == 0 else {
            return nil
        }
        var bytes = [UInt8](repeating: 0, count: 128)
        let count = Glibc.read(file, &bytes, bytes.count)
        guard count > 0 else { return nil }
        return SealingKey(text: String(decoding: bytes[..<count], as: UTF8.self))
    }

    /// Under a name of its own first: nobody ever reads half a key, and an existing one is never replaced.
    private func write(_ key: SealingKey) {
        let draft = path + "." + Sodium.randomText(bytes: 8)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        defer { unlink(draft) }
        let text = Array(key.text.utf8)
        let isWritten = Glibc.write(file, text, text.count) == text.count && fsync(file) == 0
        close(file)
        if isWritten { link(draft, path) }
    }
}
