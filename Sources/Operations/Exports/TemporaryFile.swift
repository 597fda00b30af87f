#if canImport(Glibc)
    internal import Glibc
#endif

/// A file for what a library writes only to a path; it is gone when it is no longer used.
final class TemporaryFile: Sendable {
    let path: String

    /// An empty file of its owner's. Throws ``DocumentRefusal/noRoom``.
    init(in directory: String) throws(DocumentRefusal) {
        var template = Array((directory + "/tranche-XXXXXX").utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { throw .noRoom }
        close(file)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { unlink(path) }

    /// All of its bytes. Throws ``DocumentRefusal/broken`` where it cannot be read.
    func bytes() throws(DocumentRefusal) -> [UInt8] {
        guard let bytes = DurableFile.read(path, atMost: .max) else { throw .broken }
        return bytes
    }

    /// Hands out its bytes in pieces of 256 KiB. Throws ``DocumentRefusal/broken`` where it cannot be read.
    nonisolated(nonsending) func read(to take: nonisolated(nonsending) ([UInt8]) async throws -> Void) async throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw DocumentRefusal.broken }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw DocumentRefusal.broken }
            guard count > 0 else { return }
            try await take(Array(buffer[..<count]))
        }
    }
}
