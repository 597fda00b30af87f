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

    /// A file that is written piece by piece and takes its name when it is whole.
    final class Draft: Sendable {
        private let path: String
        private let draft: String
        private let file: Int32

        init(of path: String) throws(InputFile.Unreadable) {
            self.path = path
            draft = "\(path).\(getpid()).tmp"
            file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
            guard file >= 0 else { throw .init(path: path, reason: String(cString: strerror(errno))) }
        }

        func write(_ bytes: [UInt8]) throws(InputFile.Unreadable) {
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw .init(path: path, reason: String(cString: strerror(errno))) }
                rest = rest.dropFirst(count)
            }
        }

        /// Puts the file in its place, and returns its size in bytes.
        func settle() throws(InputFile.Unreadable) -> Int {
            let size = Int(lseek(file, 0, SEEK_CUR))
            guard fsync(file) == 0, rename(draft, path) == 0 else {
                throw .init(path: path, reason: String(cString: strerror(errno)))
            }
            return size
        }

        deinit {
            close(file)
            unlink(draft)
        }
    }
}
