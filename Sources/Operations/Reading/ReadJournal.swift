internal import Audit
internal import JSON
internal import Postgres
internal import Storage
public import Values

/// Which entries of the journal are asked for; nil asks for no such thing.
public struct JournalFilter: Equatable, Sendable {
    /// Number of the contract.
    public var contract: String?
    /// The first moment, and the first one that is too late.
    public var from: Instant?
    public var until: Instant?

    /// Asks for everything that the caller sees.
    public init() {}
}

/// An entry of the journal in a list over contracts.
public struct JournalLine: Equatable, Sendable {
    /// Number of the contract; nil for an entry of the office.
    public let contract: String?
    public let title: String?
    public let entry: HistoryEntry
    /// Its place in the log; nil while it is not sealed.
    public let place: Int?
    /// When the first checkpoint that covers it was published; nil where none does yet.
    public let sealedAt: Instant?

    /// What the next page lies behind.
    public var mark: [String] {
        [String(entry.recordedAt.microseconds), contract ?? OfficeJournal.name, String(entry.number)]
    }
}

extension Workspace {
    /// A page of the journal over all contracts that the caller sees, newest first, behind a line of the ``mark``; the
    /// acts of the office are in it for whoever sees every contract. Each entry is verified to be what its hash says.
    public func journal(
        _ filter: JournalFilter = JournalFilter(), behind mark: [String]? = nil, limit: Int,
        by caller: Caller = .console
    ) async throws(OperationError) -> [JournalLine] {
        let (_, scope) = try await scope("read-journal", .readContracts, by: caller, department: nil)
        return try await mappingErrors(contract: filter.contract ?? "") {
            var listing = JournalListing()
            listing.contract = filter.contract
            (listing.from, listing.until) = (filter.from?.microseconds, filter.until?.microseconds)
            if let mark, mark.count == 3, let moment = Int64(mark[0]), let number = Int(mark[2]) {
                listing.mark = JournalMark(recordedAt: moment, contract: mark[1], number: number)
            }
            let stored = try await database.query(listing.page(scope, limit: limit)).map(StoredJournalLine.init)
            var parser = JSONParser()
            return try stored.map { line in
                let sealed = try line.verified()
                let contract = sealed.entry.contract
                return JournalLine(
                    contract: contract == OfficeJournal.name ? nil : contract, title: line.title,
                    entry: HistoryEntry(sealed, with: &parser), place: line.place,
                    sealedAt: line.sealedAt.map { Instant(microseconds: $0) })
            }
        }
    }
}

extension HistoryEntry {
    init(_ sealed: SealedEntry, with parser: inout JSONParser) {
        let entry = sealed.entry
        self.init(
            number: entry.number, recordedAt: entry.recordedAt, recordedBy: entry.recordedBy,
            occurredOn: entry.occurredOn, kind: entry.kind.name, factID: entry.kind.factID,
            hash: sealed.hash.description, summary: Workspace.summary(entry.payload, with: &parser),
            payload: entry.payload)
    }
}

extension StoredJournalLine {
    /// The entry that the bytes are, where the stored hash is that of the bytes. Throws ``ChainFault``.
    func verified() throws(ChainFault) -> SealedEntry {
        guard let sealed = try? SealedEntry(reading: bytes) else { throw ChainFault(number: 0, reason: .malformed) }
        guard sealed.hash.bytes == hash else {
            throw ChainFault(number: sealed.entry.number, reason: .hashDiffers)
        }
        return sealed
    }
}
