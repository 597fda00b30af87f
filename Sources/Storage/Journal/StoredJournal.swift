public import Audit
public import Postgres

/// A contract's journal and whose it is, as one statement found it.
public struct StoredJournal: Sendable {
    public let journal: ContractJournal
    /// The buyer's name as names of departments are compared.
    public let buyerKey: String
    /// Number of the calendar in force; 0 for the built-in one.
    public let calendar: Int
}

/// Reads the contract at a place; of its journal only what the cache does not have.
public struct JournalReading: Sendable {
    let place: ContractPlace
    let known: ContractJournal?

    /// The place's journal is read whole without a cache.
    public init(_ place: ContractPlace, _ cache: JournalCache?) {
        self.place = place
        known = cache?.value(for: place)
    }

    /// The statement, for one answer.
    public var query: Query { place.journal(.text(place.name), .int64(Int64(known?.entries.count ?? 0))) }

    /// Takes the answer and verifies what is new; nil where there is no such contract. Throws ``ChainFault`` where what
    /// is stored is not what was recorded, or not what the cache has: then only reading it whole tells which.
    public func read(_ rows: consuming Rows) throws -> StoredJournal? {
        var new: [(bytes: [UInt8], hash: [UInt8])] = []
        let contract = try rows.first { row throws(PostgresError) in
            (
                buyer: try row.text(0), calendar: Int(try row.int64(1)), version: Int(try row.int64(2)),
                head: try row.bytes(3)
            )
        }
        guard let contract else { return nil }
        try rows.forEach { row throws(PostgresError) in
            if let bytes = try row.bytesIfAny(4) { new.append((bytes, try row.bytes(5))) }
        }
        let journal = try known?.extended(by: new) ?? ContractJournal.verified(new)
        guard journal.head.entry.number == contract.version, journal.head.hash.bytes == contract.head else {
            throw ChainFault(number: contract.version, reason: .recordDiffers)
        }
        return StoredJournal(journal: journal, buyerKey: contract.buyer, calendar: contract.calendar)
    }
}
