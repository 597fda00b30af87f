import Glibc

/// Reads whole files, and standard input in blocks.
enum InputFile {
    /// A file that cannot be read: its name and the system's reason.
    struct Unreadable: Error {
        let path: String
        let reason: String
    }

    static let mostBytes = 1 << 30

    static func read(_ path: String) throws(Unreadable) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Unreadable(path: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        while let block = try readBlock(descriptor, path, size: 1 << 16) {
            bytes += block
            if bytes.count > mostBytes { throw Unreadable(path: path, reason: "larger than 1 GiB") }
        }
        return bytes
    }

    /// The next bytes, at most `size`; nil at the end.
    static func readBlock(_ descriptor: Int32, _ path: String, size: Int) throws(Unreadable) -> [UInt8]? {
        var failure: Int32 = 0
        let block = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            var received = Glibc.read(descriptor, buffer.baseAddress, size)
            while received < 0, errno == EINTR { received = Glibc.read(descriptor, buffer.baseAddress, size) }
            if received < 0 { failure = errno }
            count = max(0, received)
        }
        if failure != 0 { throw Unreadable(path: path, reason: String(cString: strerror(failure))) }
        return block.isEmpty ? nil : block
    }
}
