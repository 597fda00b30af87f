import Glibc

/// Standard output and standard error, written whole.
enum StandardStreams {
    /// Writes all bytes to standard output. A reader that has gone away ends the program quietly, as pipes expect;
    /// a disk that is full ends it with status 74.
    static func emit(_ bytes: [UInt8]) {
        guard !write(bytes, to: STDOUT_FILENO) else { return }
        exit(errno == EPIPE ? 0 : 74)
    }

    static func emit(_ text: String) { emit(Array(text.utf8)) }

    /// A line for people on standard error.
    static func complain(_ line: String) { emitError(line + "\n") }

    /// Text on standard error as it stands.
    static func emitError(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var start = 0
            while start < buffer.count {
                let written = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { return false }
                start += written
            }
            return true
        }
    }
}
