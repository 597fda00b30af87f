import Glibc

/// Files that a command writes beside its listing.
enum OutputFile {
    /// Replaces the file whole: a reader never sees half of it.
    static func write(_ text: String, to path: String) throws(InputFile.Unreadable) {
        let draft = "\(path).\(getpid()).tmp"
        guard let file = fopen(draft, "wbe") else { throw .init(path: path, reason: String(cString: strerror(errno))) }
        let bytes = Array(text.utf8)
        let written = fwrite(bytes, 1, bytes.count, file)
        let isClosed = fclose(file) == 0
        guard written == bytes.count, isClosed, rename(draft, path) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(draft)
            throw .init(path: path, reason: reason)
        }
    }
}
