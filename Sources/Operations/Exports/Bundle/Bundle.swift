internal import Audit
internal import Bundles
internal import Postgres
internal import Storage

/// A bundle (归档包) that is ready to be written: what an auditor takes away and `tranche-verify` checks.
public struct Bundle: Sendable {
    private let database: Database
    private let frame: BundleFrame
    /// Entries that the log has at its checkpoint.
    public let size: Int
    private let splits: [Int]
    private let temporaryDirectory: String
    /// The numbers of the contracts that go in, in order.
    public let contracts: [String]

    /// Leaves read at once: what is in memory does not grow with the bundle.
    private static let leavesAtOnce = 10_000

    init(
        database: Database, frame: BundleFrame, size: Int, splits: [Int], contracts: [String],
        temporaryDirectory: String
    ) {
        self.database = database
        self.frame = frame
        self.size = size
        self.splits = splits
        self.contracts = contracts
        self.temporaryDirectory = temporaryDirectory
    }

    /// A name for the file: `tranche-` and the size of the log.
    public var fileName: String { "tranche-\(size).zip" }

    /// Writes it, piece by piece. What `take` throws ends it. Throws ``OperationError/journalBroken(number:_:)`` where
    /// a journal is not what was recorded.
    public nonisolated(nonsending) func write(
        to take: nonisolated(nonsending) ([UInt8]) async throws -> Void
    ) async throws {
        let outlet = Outlet()
        let writer = try BundleWriter(frame) { outlet.bytes += $0 }
        try await writeLog(writer, outlet, take)
        if frame.scope == .log { try await writeOffice(writer) }
        var documents: [ContentHash: Bool] = [:]
        let workbook = try PaymentsWorkbook(frame, in: temporaryDirectory)
        try await ContractPages(database: database, numbers: contracts).forEach { journals in
            let places = try await mappingErrors {
                try await database.places(of: journals.map(\.contract), inLogOf: size)
            }
            for journal in journals {
                guard let indexes = places[journal.contract], let sealed = journal.first(indexes.count) else {
                    throw OperationError.log(.broken)
                }
                documents.merge(sealed.namedDocuments) { $0 || $1 }
                try workbook.add(try writer.add(BundledContract(journal: sealed, indexes: indexes)))
                try await outlet.flush(take)
            }
        }
        try writer.beginWorkbook()
        try await workbook.close { bytes in
            try writer.appendDocument(bytes)
            try await outlet.flush(take)
        }
        try writer.finishDocument()
        let missing = try await writeDocuments(
            documents.keys.sorted { $0.description < $1.description }, writer, outlet, take)
        try writer.finish(missingDocuments: missing)
        try await outlet.flush(take)
    }

    /// The leaves of the contracts, and of everything between them the fewest subtrees.
    private nonisolated(nonsending) func writeLog(
        _ writer: BundleWriter, _ outlet: Outlet, _ take: nonisolated(nonsending) ([UInt8]) async throws -> Void
    ) async throws {
        let chosen = frame.scope == .log ? nil : contracts
        var next = 0
        while next < size {
            let leaves = try await mappingErrors {
                try await database.leaves(next..<size, of: chosen, limit: Self.leavesAtOnce)
            }
            var lines: [LogLine] = []
            var gaps: [(before: Int, subtrees: [Subtree])] = []
            for leaf in leaves {
                if leaf.index > next { gaps.append((lines.count, try between(next..<leaf.index))) }
                lines.append(.entry(leaf.index, leaf.hash))
                next = leaf.index + 1
            }
            if leaves.count < Self.leavesAtOnce {
                gaps.append((lines.count, try between(next..<size)))
                next = size
            }
            try writer.add(try await filled(lines, gaps))
            try await outlet.flush(take)
        }
    }

    /// The journal of what belongs to no contract.
    private nonisolated(nonsending) func writeOffice(_ writer: BundleWriter) async throws {
        let places = try await mappingErrors {
            try await database.places(of: [OfficeJournal.name], inLogOf: size)[OfficeJournal.name] ?? []
        }
        let office = try await mappingErrors { try await database.officeJournal(places.count) }
        if !places.isEmpty { try writer.add(office, indexes: places) }
    }

    private func between(_ places: Range<Int>) throws -> [Subtree] {
        try LogLine.subtrees(between: places, splitAt: splits)
    }

    /// The lines with the subtrees in their gaps, whose hashes are read at once.
    private func filled(
        _ lines: [LogLine], _ gaps: [(before: Int, subtrees: [Subtree])]
    ) async throws -> [LogLine] {
        let hashes = try await mappingErrors { try await database.subtrees(gaps.flatMap(\.subtrees)) }
        var filled: [LogLine] = []
        var position = 0
        for gap in gaps {
            filled += lines[position..<gap.before]
            position = gap.before
            for subtree in gap.subtrees {
                guard let hash = hashes[subtree] else { throw OperationError.log(.broken) }
                filled.append(.subtree(TreeNode(subtree, hash)))
            }
        }
        return filled + lines[position...]
    }

    /// Writes the documents that are there; returns the others.
    private nonisolated(nonsending) func writeDocuments(
        _ hashes: [ContentHash], _ writer: BundleWriter, _ outlet: Outlet,
        _ take: nonisolated(nonsending) ([UInt8]) async throws -> Void
    ) async throws -> [ContentHash] {
        var missing: [ContentHash] = []
        for hash in hashes {
            let stored = try await mappingErrors { () async throws -> StoredDocument? in
                var answers = try await database.unit(StoredDocument.queries([hash]))
                return try StoredDocument.read(&answers).first
            }
            guard let stored else {
                missing.append(hash)
                continue
            }
            try writer.beginDocument(hash, size: stored.size)
            for try await piece in DocumentBytes(database, hash: hash, size: stored.size) {
                try writer.appendDocument(piece)
                try await outlet.flush(take)
            }
            try writer.finishDocument()
        }
        return missing
    }
}

/// What the archive has written and nobody has taken yet.
private final class Outlet {
    var bytes: [UInt8] = []

    nonisolated(nonsending) func flush(
        _ take: nonisolated(nonsending) ([UInt8]) async throws -> Void
    ) async throws {
        guard !bytes.isEmpty else { return }
        let taken = bytes
        bytes = []
        try await take(taken)
    }
}
