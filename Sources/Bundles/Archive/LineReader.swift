/// The lines of the file that a reader stands at, one by one, none longer than so many bytes.
struct LineReader {
    private let reader: ArchiveReader
    private let most: Int
    private var block: ArraySlice<UInt8> = []
    private var isAtEnd = false
    /// Number of the line that was read last, from 1.
    private(set) var number = 0
    /// Whether the last line ended with a newline.
    private(set) var isWhole = true

    init(_ reader: ArchiveReader, most: Int) {
        self.reader = reader
        self.most = most
    }

    /// The next line without its end; nil behind the last one. Throws ``BundleError/tooLarge``.
    mutating func next() throws(BundleError) -> String? {
        var line: [UInt8] = []
        while true {
            if let end = block.firstIndex(of: 0x0A) {
                line += block[..<end]
                block = block[(end + 1)...]
                break
            }
            line += block
            guard line.count <= most else { throw .tooLarge }
            guard !isAtEnd, let more = try reader.read() else {
                isAtEnd = true
                block = []
                guard !line.isEmpty else { return nil }
                isWhole = false
                break
            }
            block = more
        }
        number += 1
        return String(decoding: line, as: UTF8.self)
    }
}
