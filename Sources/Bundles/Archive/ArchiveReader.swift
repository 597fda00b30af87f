internal import Audit
internal import CArchive

/// Reads a ZIP archive file by file, by libarchive, and counts and hashes what it reads: never more than the limits
/// allow. Only plain files with plain names are read.
final class ArchiveReader {
    /// S_IFREG, as archives write it.
    static let regularFile: UInt32 = 0o100_000

    private let archive: OpaquePointer
    private let limits: BundleLimits
    /// What all files together may unpack to.
    private let mostBytes: Int
    private var files = 0
    private var total = 0
    private var block = [UInt8](repeating: 0, count: 1 << 16)

    /// The file that is being read.
    private(set) var path = ""
    /// What was read of it.
    private(set) var size = 0
    private var hasher = ContentHasher()
    private var most = 0

    init(path: String, fileSize: Int, limits: BundleLimits) throws(BundleError) {
        guard let archive = archive_read_new() else { throw .unreadable }
        self.archive = archive
        self.limits = limits
        let (product, overflow) = fileSize.multipliedReportingOverflow(by: limits.ratio)
        mostBytes = overflow ? limits.bytes : min(limits.bytes, product.addingClamped(limits.allowance))
        archive_read_support_format_zip_seekable(archive)
        guard archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK else { throw .damaged }
    }

    deinit { archive_read_free(archive) }

    /// Steps to the next file; false behind the last one.
    func next() throws(BundleError) -> Bool {
        var entry: OpaquePointer?
        let status = archive_read_next_header(archive, &entry)
        if status == ARCHIVE_EOF { return false }
        guard status == ARCHIVE_OK, let entry else { throw .damaged }
        files += 1
        guard files <= limits.files else { throw .tooManyFiles }
        guard let name = archive_entry_pathname(entry), archive_entry_filetype(entry) == Self.regularFile,
            archive_entry_hardlink(entry) == nil, archive_entry_symlink(entry) == nil,
            archive_entry_is_encrypted(entry) == 0
        else { throw .strangeFile }
        path = String(cString: name)
        guard path.utf8.count <= 200, path.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .strangeFile }
        size = 0
        hasher = ContentHasher()
        most = limits.most(of: path)
        return true
    }

    /// The next bytes of the file; nil behind the last ones.
    func read() throws(BundleError) -> ArraySlice<UInt8>? {
        let count = block.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw .damaged }
        if count == 0 { return nil }
        size += count
        total += count
        guard size <= most else { throw .tooLarge }
        guard total <= mostBytes else { throw total <= limits.bytes ? .ratio : .tooLarge }
        hasher.update(Array(block[..<count]))
        return block[..<count]
    }

    /// All that is left of the file.
    func readAll() throws(BundleError) -> [UInt8] {
        var bytes: [UInt8] = []
        while let part = try read() { bytes += part }
        return bytes
    }

    /// The hash of what was read.
    var hash: ContentHash { hasher.hash }
}

extension Int {
    fileprivate func addingClamped(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
