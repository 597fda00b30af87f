public import Audit
public import Reports
internal import Reperformance
internal import Values

/// Writes a bundle to a byte sink as a stream: first the log's lines, then contract by contract, then the documents.
/// What it keeps grows with the number of files, not of entries. It is not to be used after an error.
public final class BundleWriter {
    private let archive: ArchiveWriter
    private let frame: BundleFrame
    private let checkpoint: Checkpoint
    private let head: BundleHead
    private var files: [Manifest.ListedFile] = []
    private var contracts: [Manifest.ListedContract] = []
    private var stage = Stage.log
    private var hasher = ContentHasher()
    private var size = 0

    private enum Stage: Int { case log, contracts, document, documents, finished }

    /// Writes what stands before the log. `sink` gets the bytes of the archive as they come. Throws
    /// ``BundleError/outOfOrder`` for a frame that is none, ``BundleError/unwritable`` where the sink throws.
    public init(_ frame: BundleFrame, to sink: @escaping ([UInt8]) throws -> Void) throws(BundleError) {
        guard let head = BundleHead(scope: frame.scope, writtenAt: frame.writtenAt),
            let checkpoint = try? Checkpoint(reading: frame.note.text),
            frame.calendars.map(\.number) == Array(0..<frame.calendars.count), !frame.calendars.isEmpty
        else { throw .outOfOrder }
        self.frame = frame
        self.head = head
        self.checkpoint = checkpoint
        archive = try ArchiveWriter(to: sink)
        try add(.head, head.bytes)
        try add(.checkpoint, frame.note.bytes)
        for note in frame.earlierNotes {
            guard let earlier = try? Checkpoint(reading: note.text) else { throw .outOfOrder }
            try add(.earlierCheckpoint(earlier.size), note.bytes)
        }
        for (position, key) in frame.keys.enumerated() {
            try add(.key(position + 1), Array("\(key)\n".utf8))
            try add(.pem(position + 1), Array(key.pem.utf8))
        }
        try begin(.log, size: nil)
        try append(Array("\(LogLine.header)\n".utf8))
    }

    /// Adds lines of the log: all of them, from left to right, before the first contract
    /// (``LogLine/subtrees(between:splitAt:)`` tells which).
    public func add(_ lines: some Sequence<LogLine>) throws(BundleError) {
        guard stage == .log else { throw .outOfOrder }
        var output = TextOutput(reservingCapacity: 1 << 16)
        for line in lines {
            output.write(text: line.text)
            output.write("\n")
        }
        try append(output.bytes)
    }

    /// Adds the office's journal as far as it is in the log, behind the log and before the first contract.
    public func add(_ office: OfficeJournal, indexes: [Int]) throws(BundleError) {
        guard stage == .log, indexes.count == office.entries.count else { throw .outOfOrder }
        try beginContracts()
        try add(.office(.entries), office.entries.flatMap { $0.bytes + [0x0A] })
        try add(.office(.places), ContractPapers.places(indexes))
    }

    /// Adds a contract: its entries, the statements that its payment requests rest on, its payments, which it returns.
    /// Throws ``BundleError/uncomputable`` where a statement cannot be computed.
    @discardableResult
    public func add(_ contract: BundledContract) throws(BundleError) -> [PaymentRow] {
        guard stage == .log || stage == .contracts, contract.indexes.count == contract.journal.entries.count else {
            throw .outOfOrder
        }
        try beginContracts()
        let papers = try ContractPapers(
            contract.journal, indexes: contract.indexes, calendars: frame.calendars, asOf: head.day)
        let last = contract.journal.head
        contracts.append(
            .init(entries: contract.indexes.count, head: last.hash, number: last.entry.contract))
        for part in BundleFile.Part.allCases { try add(.contract(contracts.count, part), papers.bytes(of: part)) }
        return papers.payments.rows
    }

    /// Begins the workbook of all payments, behind the last contract and before the first document;
    /// ``appendDocument(_:)`` and ``finishDocument()`` follow. A verifier compares its hash and nothing more.
    public func beginWorkbook() throws(BundleError) {
        try beginContracts()
        guard stage == .contracts else { throw .outOfOrder }
        stage = .document
        try begin(.workbook, size: nil)
    }

    /// Begins a document that facts name by this hash, behind the last contract; ``append(_:)`` and
    /// ``finishDocument()`` follow.
    public func beginDocument(_ hash: ContentHash, size: Int) throws(BundleError) {
        try beginContracts()
        guard stage == .contracts || stage == .documents else { throw .outOfOrder }
        stage = .document
        try begin(.document(hash), size: size)
    }

    /// Adds bytes to the document or the workbook.
    public func appendDocument(_ bytes: [UInt8]) throws(BundleError) {
        guard stage == .document else { throw .outOfOrder }
        try append(bytes)
    }

    /// Ends the document.
    public func finishDocument() throws(BundleError) {
        guard stage == .document else { throw .outOfOrder }
        stage = .documents
        try end()
    }

    /// Writes the manifest and closes the archive. `missing` are documents that facts name and that nobody has.
    public func finish(missingDocuments missing: [ContentHash] = []) throws(BundleError) {
        try beginContracts()
        guard stage == .contracts || stage == .documents else { throw .outOfOrder }
        try add(.dictionary, DataDictionary.bytes)
        let manifest = Manifest(
            checkpoint: checkpoint, contracts: contracts, files: files,
            missingDocuments: missing.sorted { $0.description < $1.description })
        try add(.manifest, manifest.bytes)
        try add(.checksums, Checksums.bytes(files))
        stage = .finished
        try archive.close()
    }

    /// Ends the log and writes the calendars.
    private func beginContracts() throws(BundleError) {
        guard stage == .log else { return }
        stage = .contracts
        try end()
        try add(.calendars, CalendarList.bytes(frame.calendars))
        for calendar in frame.calendars { try add(.calendar(calendar.number), calendar.csv) }
    }

    private func add(_ file: BundleFile, _ bytes: [UInt8]) throws(BundleError) {
        try begin(file, size: bytes.count)
        try append(bytes)
        try end()
    }

    private func begin(_ file: BundleFile, size expected: Int?) throws(BundleError) {
        // Documents are compressed already.
        let isPacked =
            switch file {
            case .document, .workbook: true
            default: false
            }
        files.append(.init(path: file.path, sha256: ContentHash(of: []), size: 0))
        hasher = ContentHasher()
        size = 0
        try archive.begin(
            file.path, size: expected, isPacked: isPacked,
            atSecondsSince1970: Int(frame.writtenAt.microseconds / 1_000_000))
    }

    private func append(_ bytes: [UInt8]) throws(BundleError) {
        hasher.update(bytes)
        size += bytes.count
        try archive.write(bytes)
    }

    private func end() throws(BundleError) {
        try archive.finishFile()
        let path = files.removeLast().path
        files.append(.init(path: path, sha256: hasher.hash, size: size))
    }
}
