public import Audit
public import Postgres

/// A contract's journal and whose it is, as read with other things in one round trip.
public struct StoredJournal: Sendable {
    public let journal: ContractJournal
    /// The buyer's name as names of departments are compared.
    public let buyerKey: String
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
        let key = try answers.next().first { row throws(PostgresError) in try row.text(0) }
        guard let journal = journals.first?.value, let key else { return nil }
        return StoredJournal(journal: journal, buyerKey: key)
    }
}
