/// The directory of a ZIP archive (APPNOTE.TXT 6.3), as far as it takes to tell whether the archive is OFD. Nothing is
/// unpacked. Archives in several parts and beyond 4 GiB (ZIP64) are none of ours.
enum ArchiveDirectory {
    private static let endLength = 22
    private static let entryLength = 46
    /// A directory of ten thousand files; a larger one is not looked at.
    private static let mostBytes = 1 << 20

    /// Whether an archive of so many bytes has a file of that name at its root. `read` gives bytes of it.
    static func contains(
        _ name: String, size: Int, _ read: nonisolated(nonsending) (_ offset: Int, _ count: Int) async throws -> [UInt8]
    ) async throws -> Bool {
        // Behind the end record there may be a comment of up to 65,535 bytes.
        let tailLength = min(size, endLength + 65_535)
        let tail = try await read(size - tailLength, tailLength)
        guard let (offset, count) = directory(tail), count <= mostBytes, offset + count <= size else { return false }
        return names(try await read(offset, count)).contains(Array(name.utf8))
    }

    /// Where the directory lies, from the last end record that ends with the file.
    private static func directory(_ tail: [UInt8]) -> (offset: Int, count: Int)? {
        guard tail.count >= endLength else { return nil }
        for start in stride(from: tail.count - endLength, through: 0, by: -1) {
            guard tail[start...].starts(with: [0x50, 0x4b, 0x05, 0x06]),
                start + endLength + number(tail, at: start + 20, bytes: 2) == tail.count
            else { continue }
            return (number(tail, at: start + 16, bytes: 4), number(tail, at: start + 12, bytes: 4))
        }
        return nil
    }

    private static func names(_ directory: [UInt8]) -> [[UInt8]] {
        var names: [[UInt8]] = []
        var start = 0
        while start + entryLength <= directory.count,
            directory[start...].starts(with: [0x50, 0x4b, 0x01, 0x02])
        {
            let lengths = [28, 30, 32].map { number(directory, at: start + $0, bytes: 2) }
            let nameStart = start + entryLength
            guard nameStart + lengths[0] <= directory.count else { break }
            names.append(Array(directory[nameStart..<nameStart + lengths[0]]))
            start = nameStart + lengths.reduce(0, +)
        }
        return names
    }

    /// A little-endian number.
    private static func number(_ bytes: [UInt8], at start: Int, bytes count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
    }
}
