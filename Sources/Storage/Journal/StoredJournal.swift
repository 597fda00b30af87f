public import Audit
public import Postgres

/// A contract's journal and whose it is, as read with other things in one round trip.
public struct StoredJournal: Sendable {
    public let journal: ContractJournal
    /// The buyer's name as names of departments are compared.
    public let buyerKey: String
    /// Number of the calendar in force; 0 for the built-in one.
    public let calendar: Int
}

extension StoredJournal {
    /// Reads the contract of a number, of a payment request, or of a payment on one.
    public static func queries(_ place: ContractPlace) -> [Query] {
        [place.journal(.text(place.name)), place.buyer(.text(place.name))]
    }

    /// Takes the answers to ``queries(_:)``; nil where there is no such contract. Throws ``ChainFault`` where what is
    /// stored is not what was recorded.
    public static func read(_ answers: inout UnitResult) throws -> StoredJournal? {
        let journals = try JournalReading.journals(try answers.next())
        let found = try answers.next().first { row throws(PostgresError) in
            (buyer: try row.text(0), calendar: Int(try row.int64(1)))
        }
        guard let journal = journals.first?.value, let found else { return nil }
        return StoredJournal(journal: journal, buyerKey: found.buyer, calendar: found.calendar)
    }
}
