internal import Dispatch
#if canImport(Glibc)
internal import Glibc
#endif

/// Where a document is while it arrives: a file without a name, gone when nobody holds it any more. Reading and
/// writing happen on a queue of its own, off Swift's cooperative pool. Every failure is ``DocumentRefusal/noRoom``.
final class DocumentSpool: Sendable {
    private let descriptor: Int32
    private let queue = DispatchQueue(label: "tranche.document")

    /// Opens one in a directory.
    init(in directory: String) throws(DocumentRefusal) {
        let path = "\(directory)/tranche-document-\(String(UInt64.random(in: 0...UInt64.max), radix: 16))"
        // O_EXCL follows no link that somebody laid there.
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .noRoom }
        unlink(path)
    }

    deinit { close(descriptor) }

    /// Adds bytes at the end.
    func append(_ bytes: [UInt8]) async throws(DocumentRefusal) {
        try await run { descriptor -> Result<Void, DocumentRefusal> in
            bytes.withUnsafeBytes { buffer in
                var written = 0
                while written < buffer.count {
                    let count = write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { return .failure(.noRoom) }
                    written += count
                }
                return .success(())
            }
        }
    }

    /// Bytes from an offset on; fewer where the file ends before.
    func read(from offset: Int, count: Int) async throws(DocumentRefusal) -> [UInt8] {
        try await run { descriptor in
            var hasFailed = false
            let bytes = [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, filled in
                while filled < count {
                    let rest = buffer.baseAddress.map { $0 + filled }
                    let read = pread(descriptor, rest, count - filled, off_t(offset + filled))
                    if read < 0, errno == EINTR { continue }
                    hasFailed = read < 0
                    guard read > 0 else { return }
                    filled += read
                }
            }
            return hasFailed ? .failure(.noRoom) : .success(bytes)
        }
    }

    private func run<Value: Sendable>(
        _ work: @escaping @Sendable (Int32) -> Result<Value, DocumentRefusal>
    ) async throws(DocumentRefusal) -> Value {
        let result = await withCheckedContinuation { continuation in
            // The queue holds the spool, so that the descriptor stays open as long as it works.
            queue.async { continuation.resume(returning: work(self.descriptor)) }
        }
        return try result.get()
    }
}
