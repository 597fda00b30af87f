/// Where a contract's journal is not what was recorded.
public struct ChainFault: Error, Equatable, Sendable {
    /// Number that the entry should have.
    public let number: Int
    public let reason: Reason

    /// What is wrong with the entry.
    public enum Reason: String, CaseIterable, Sendable {
        /// The bytes are no entry.
        case malformed = "entry-malformed"
        /// The stored hash is not that of the bytes.
        case hashDiffers = "entry-hash-differs"
        /// The entry has another number: one was removed, added or moved.
        case numberDiffers = "entry-number-differs"
        /// The entry follows another one than the one before it.
        case previousDiffers = "entry-previous-differs"
        /// The entry belongs to another contract.
        case contractDiffers = "entry-contract-differs"
        /// Recorded before the entry that it follows.
        case timeGoesBack = "entry-time-goes-back"
        /// The first entry is no registration, or a later one is.
        case registrationMisplaced = "entry-registration-misplaced"
        /// What the database keeps beside the bytes, or the head that it knows, says something else.
        case recordDiffers = "entry-record-differs"
    }

    /// Names the entry and what is wrong.
    public init(number: Int, reason: Reason) {
        self.number = number
        self.reason = reason
    }
}

extension ContractJournal {
    /// Whether every entry follows the one before it (decision 0010). It finds any change of a part; that a whole
    /// journal was rewritten or cut short is found only by comparing the head with one kept elsewhere.
    public func verify() throws(ChainFault) {
        var previous: SealedEntry?
        for (index, sealed) in entries.enumerated() {
            let entry = sealed.entry
            let reason: ChainFault.Reason? =
                if entry.number != index + 1 {
                    .numberDiffers
                } else if (entry.kind == .registered) != (index == 0) {
                    .registrationMisplaced
                } else if entry.contract != entries[0].entry.contract {
                    .contractDiffers
                } else if entry.previous != previous?.hash ?? .none {
                    .previousDiffers
                } else if let previous, entry.recordedAt < previous.entry.recordedAt {
                    .timeGoesBack
                } else {
                    nil
                }
            if let reason { throw ChainFault(number: index + 1, reason: reason) }
            previous = sealed
        }
    }

    /// Reads entries and hashes as they were stored or exported, and verifies them.
    public static func verified(_ stored: [(bytes: [UInt8], hash: [UInt8])]) throws(ChainFault) -> ContractJournal {
        var entries: [SealedEntry] = []
        for (index, row) in stored.enumerated() {
            let entry: SealedEntry
            do throws(EntryError) { entry = try SealedEntry(reading: row.bytes) } catch {
                throw ChainFault(number: index + 1, reason: .malformed)
            }
            guard entry.hash.bytes == row.hash else { throw ChainFault(number: index + 1, reason: .hashDiffers) }
            entries.append(entry)
        }
        guard let journal = ContractJournal(entries) else {
            throw ChainFault(number: 1, reason: .registrationMisplaced)
        }
        try journal.verify()
        return journal
    }
}
