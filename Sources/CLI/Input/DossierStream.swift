import Synchronization
import YAML

/// The dossiers of several files one after the other, as JSON bytes: one a JSON or YAML file, one a line of NDJSON.
struct DossierStream: AsyncSequence, Sendable {
    let files: [String]
    private let places = Places()

    init(files: [String]) { self.files = files }

    func makeAsyncIterator() -> Iterator { Iterator(files: files, places: places) }

    /// File and line of the dossier at a position of the stream.
    func place(of position: Int) -> String { places.name(position) }

    /// Whether a YAML file could not be turned into JSON; it has been told.
    var hasUnreadable: Bool { places.state.withLock { $0.hasUnreadable } }

    /// Which file begins at which position.
    final class Places: Sendable {
        struct State {
            var starts: [(position: Int, file: String, hasLines: Bool)] = []
            var hasUnreadable = false
        }

        let state = Mutex(State())

        func name(_ position: Int) -> String {
            state.withLock { state in
                guard let start = state.starts.last(where: { $0.position <= position }) else { return "?" }
                return start.hasLines ? "\(start.file):\(position - start.position + 1)" : start.file
            }
        }
    }

    struct Iterator: AsyncIteratorProtocol {
        private var files: ArraySlice<String>
        private let places: Places
        private var position = 0
        private var lines: ArraySlice<[UInt8]> = []
        private var blocks: BlockSource?

        init(files: [String], places: Places) {
            self.files = files[...]
            self.places = places
        }

        mutating func next() async throws -> [UInt8]? {
            while true {
                if let line = lines.popFirst() {
                    position += 1
                    return line
                }
                if let block = try blocks?.next() {
                    lines = Self.split(block)[...]
                    continue
                }
                blocks = nil
                guard let file = files.popFirst() else { return nil }
                try open(file)
            }
        }

        private mutating func open(_ file: String) throws {
            let hasLines = file == "-" || file.hasSuffix(".ndjson")
            places.state.withLock { $0.starts.append((position, file, hasLines)) }
            if hasLines {
                blocks = try BlockSource(path: file)
                return
            }
            let bytes = try InputFile.read(file)
            guard file.hasSuffix(".yaml") || file.hasSuffix(".yml") else {
                lines = [bytes]
                return
            }
            do throws(YAMLError) { lines = [try JSONFromYAML.convert(bytes)] } catch {
                StandardStreams.complain("\(file):\(error)")
                places.state.withLock { $0.hasUnreadable = true }
            }
        }

        private static func split(_ block: [UInt8]) -> [[UInt8]] {
            var lines = block.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Array($0) }
            if lines.last?.isEmpty == true { lines.removeLast() }
            return lines
        }
    }

    /// A reference to the blocks of a file, which cannot be copied.
    private final class BlockSource {
        private var blocks: LineBlocks

        init(path: String) throws { blocks = try LineBlocks(path: path) }

        func next() throws -> [UInt8]? { try blocks.next() }
    }
}
