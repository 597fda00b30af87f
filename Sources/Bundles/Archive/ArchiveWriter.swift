internal import CArchive

/// Writes a ZIP archive to a byte sink as a stream, by libarchive. Knows nothing of bundles.
final class ArchiveWriter {
    private let archive: OpaquePointer
    /// Kept alive for the callback, which gets it as a bare pointer.
    private let outlet: Outlet

    private final class Outlet {
        let sink: ([UInt8]) throws -> Void
        var failure: (any Error)?
        init(_ sink: @escaping ([UInt8]) throws -> Void) { self.sink = sink }
    }

    init(to sink: @escaping ([UInt8]) throws -> Void) throws(BundleError) {
        guard let archive = archive_write_new() else { throw .unwritable }
        self.archive = archive
        outlet = Outlet(sink)
        archive_write_set_format_zip(archive)
        archive_write_set_bytes_in_last_block(archive, 1)
        let status = archive_write_open(
            archive, Unmanaged.passUnretained(outlet).toOpaque(), nil,
            { _, context, bytes, count in
                guard let context, let bytes else { return -1 }
                let outlet = Unmanaged<Outlet>.fromOpaque(context).takeUnretainedValue()
                do {
                    try outlet.sink(Array(UnsafeRawBufferPointer(start: bytes, count: count)))
                    return count
                } catch {
                    outlet.failure = error
                    return -1
                }
            }, nil)
        guard status == ARCHIVE_OK else { throw .unwritable }
    }

    deinit { archive_write_free(archive) }

    /// Begins a file; its size where it is known. `isPacked` bytes are stored as they are.
    func begin(_ path: String, size: Int?, isPacked: Bool, atSecondsSince1970 seconds: Int) throws(BundleError) {
        guard let entry = archive_entry_new() else { throw .unwritable }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, path)
        archive_entry_set_filetype(entry, ArchiveReader.regularFile)
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_mtime(entry, seconds, 0)
        if let size { archive_entry_set_size(entry, Int64(size)) }
        try check(
            isPacked
                ? archive_write_zip_set_compression_store(archive) : archive_write_zip_set_compression_deflate(archive))
        try check(archive_write_header(archive, entry))
    }

    func write(_ bytes: [UInt8]) throws(BundleError) {
        var offset = 0
        while offset < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                archive_write_data(archive, buffer.baseAddress.map { $0 + offset }, bytes.count - offset)
            }
            guard written > 0 else { throw .unwritable }
            offset += written
        }
    }

    func finishFile() throws(BundleError) { try check(archive_write_finish_entry(archive)) }

    func close() throws(BundleError) { try check(archive_write_close(archive)) }

    private func check(_ status: Int32) throws(BundleError) {
        guard status == ARCHIVE_OK, outlet.failure == nil else { throw .unwritable }
    }
}
