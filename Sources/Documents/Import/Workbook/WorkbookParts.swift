internal import CArchive

/// The XML parts of an .xlsx archive (ECMA-376 part 2), unpacked by libarchive in memory. Every part is inflated and
/// counted, also those that nobody reads, so that nothing hides behind a limit; nothing is ever written to a disk.
struct WorkbookParts {
    private(set) var files: [String: [UInt8]] = [:]
    private var total = 0

    /// S_IFREG, as archives write it.
    private static let regularFile: UInt32 = 0o100_000

    init(_ bytes: [UInt8]) throws(WorkbookError) {
        guard bytes.count <= WorkbookLimits.packed else { throw .tooLarge }
        // Compound files: .xls, and .xlsx with a password.
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { throw .oldOrLocked }
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), let archive = archive_read_new() else {
            throw .notAWorkbook
        }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip_seekable(archive)
        let most = min(WorkbookLimits.unpacked, bytes.count * WorkbookLimits.ratio + WorkbookLimits.allowance)
        let outcome: Result<Void, WorkbookError> = bytes.withUnsafeBytes { buffer in
            guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
                return .failure(.notAWorkbook)
            }
            do throws(WorkbookError) { return .success(try readAll(archive, most: most)) } catch {
                return .failure(error)
            }
        }
        try outcome.get()
    }

    private mutating func readAll(_ archive: OpaquePointer, most: Int) throws(WorkbookError) {
        var names: Set<String> = []
        var entry: OpaquePointer?
        while true {
            let status = archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { return }
            guard status == ARCHIVE_OK, let found = entry else { throw .notAWorkbook }
            guard let text = archive_entry_pathname(found) else { throw .strangePart }
            let name = String(cString: text)
            guard names.count < WorkbookLimits.parts else { throw .tooManyParts }
            try Self.check(name, found)
            guard names.insert(name.lowercased()).inserted else { throw .strangePart }
            let bytes = try read(archive, most: most)
            let lowercased = name.lowercased()
            if lowercased.hasSuffix(".xml") || lowercased.hasSuffix(".rels") { files[lowercased] = bytes }
            if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
                throw .embedded
            }
        }
    }

    /// Part names are compared without regard to case (part 2, 6.2.2.3).
    private static func check(_ name: String, _ entry: OpaquePointer) throws(WorkbookError) {
        guard archive_entry_is_encrypted(entry) == 0 else { throw .oldOrLocked }
        guard archive_entry_hardlink(entry) == nil, archive_entry_symlink(entry) == nil,
            archive_entry_filetype(entry) == regularFile || name.hasSuffix("/"), !name.isEmpty, name.utf8.count <= 200,
            name.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }), !name.hasPrefix("/"),
            !name.split(separator: "/", omittingEmptySubsequences: false).contains(where: { $0 == ".." || $0 == "." })
        else { throw .strangePart }
        let lowercased = name.lowercased()
        if lowercased.hasSuffix("vbaproject.bin") || lowercased.contains("/macrosheets/") { throw .macros }
        if lowercased.contains("/externallinks/") { throw .externalLinks }
        if lowercased.contains("/embeddings/") || lowercased.contains("/activex/") { throw .embedded }
    }

    private mutating func read(_ archive: OpaquePointer, most: Int) throws(WorkbookError) -> [UInt8] {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = block.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
            guard count >= 0 else { throw .notAWorkbook }
            if count == 0 { return bytes }
            total += count
            guard total <= most else { throw total > WorkbookLimits.unpacked ? .tooLarge : .ratio }
            bytes += block[..<count]
        }
    }
}
