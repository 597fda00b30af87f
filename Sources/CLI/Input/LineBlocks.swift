import Glibc

/// Standard input or a file in blocks of whole lines, so that a stream of any length needs bounded memory.
/// A single line may be as long as ``InputFile/mostBytes``.
struct LineBlocks: ~Copyable {
    private let path: String
    private let descriptor: Int32
    private var rest: [UInt8] = []
    private var isAtEnd = false

    private static let blockSize = 4 << 20

    init(path: String) throws(InputFile.Unreadable) {
        self.path = path
        descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .init(path: path, reason: String(cString: strerror(errno))) }
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    /// The next whole lines, the last one with or without its newline; nil at the end.
    mutating func next() throws(InputFile.Unreadable) -> [UInt8]? {
        while !isAtEnd {
            guard let block = try InputFile.readBlock(descriptor, path, size: Self.blockSize) else {
                isAtEnd = true
                break
            }
            guard let end = block.lastIndex(of: UInt8(ascii: "\n")) else {
                rest += block
                guard rest.count <= InputFile.mostBytes else { throw .init(path: path, reason: "a line is larger than 1 GiB") }
                continue
            }
            var lines = rest
            lines += block[...end]
            rest = Array(block[(end + 1)...])
            return lines
        }
        defer { rest = [] }
        return rest.isEmpty ? nil : rest
    }
}
