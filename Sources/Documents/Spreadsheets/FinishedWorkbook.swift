internal import CArchive
internal import Glibc

/// A workbook as it stands at its path.
enum FinishedWorkbook {
    /// The library does not look whether its temporary files took all that it wrote: on a disk that is full for a
    /// moment it packs sheets that break off, and says that all is well. So each part is read back, and must end with
    /// the element that it began with.
    static func check(at path: String) throws(SpreadsheetError) {
        guard let archive = archive_read_new() else { throw .outOfMemory }
        defer { archive_read_free(archive) }
        guard archive_read_support_format_zip(archive) == ARCHIVE_OK,
            archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK
        else { throw .unwritable }
        var entry: OpaquePointer?
        var answer = archive_read_next_header(archive, &entry)
        while answer == ARCHIVE_OK {
            guard try isWhole(archive) else { throw .unwritable }
            answer = archive_read_next_header(archive, &entry)
        }
        guard answer == ARCHIVE_EOF else { throw .unwritable }
    }

    /// Whether a part, which is XML, ends with the tag that closes its first element.
    private static func isWhole(_ archive: OpaquePointer) throws(SpreadsheetError) -> Bool {
        var head: [UInt8] = []
        var tail: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = archive_read_data(archive, &block, block.count)
            guard count >= 0 else { throw .unwritable }
            guard count > 0 else { break }
            if head.count < mostOfTag { head += block[..<min(count, mostOfTag)] }
            tail = (tail + block[..<count]).suffix(mostOfTag)
        }
        if tail.last == UInt8(ascii: "\n") { tail.removeLast() }
        return closingTag(of: head).map { tail.suffix($0.count).elementsEqual($0) } ?? false
    }

    /// Of the first element behind the declaration, `<?xml … ?>`; nil where there is none.
    private static func closingTag(of head: [UInt8]) -> [UInt8]? {
        let elements = head.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst()
        guard let first = elements.first(where: { $0.first != UInt8(ascii: "?") }) else { return nil }
        let name = first.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ">") }
        return Array("</".utf8) + name + Array(">".utf8)
    }

    /// Declaration and first element have more than enough room in it.
    private static let mostOfTag = 256
}
