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
        for sealed in entries {
            try sealed.entry.check(behind: previous)
            previous = sealed
        }
    }

    /// Reads entries and hashes as they were stored or exported, and verifies them.
    public static func verified(_ stored: [(bytes: [UInt8], hash: [UInt8])]) throws(ChainFault) -> ContractJournal {
        guard let journal = ContractJournal(try SealedEntry.chain(stored, behind: nil)) else {
            throw ChainFault(number: 1, reason: .registrationMisplaced)
        }
        return journal
    }

    /// This journal with further entries as they were stored, each verified to follow the one before it.
    public func extended(by stored: [(bytes: [UInt8], hash: [UInt8])]) throws(ChainFault) -> ContractJournal {
        if stored.isEmpty { return self }
        return ContractJournal(behind: self, try SealedEntry.chain(stored, behind: head))
    }
}

extension SealedEntry {
    /// Reads entries and hashes as they were stored, each verified to follow the one before it.
    static func chain(
        _ stored: [(bytes: [UInt8], hash: [UInt8])], behind last: SealedEntry?
    ) throws(ChainFault) -> [SealedEntry] {
        var previous = last
        var entries: [SealedEntry] = []
        entries.reserveCapacity(stored.count)
        for row in stored {
            let number = (previous?.entry.number ?? 0) + 1
            let sealed: SealedEntry
            do throws(EntryError) { sealed = try SealedEntry(reading: row.bytes) } catch {
                throw ChainFault(number: number, reason: .malformed)
            }
            guard sealed.hash.bytes == row.hash else { throw ChainFault(number: number, reason: .hashDiffers) }
            try sealed.entry.check(behind: previous)
            entries.append(sealed)
            previous = sealed
        }
        return entries
    }
}

extension JournalEntry {
    private var isOffice: Bool {
        if case .office = kind { true } else { false }
    }

    /// Throws unless the entry follows another one; nil for the first of a contract.
    fileprivate func check(behind previous: SealedEntry?) throws(ChainFault) {
        let expected = (previous?.entry.number ?? 0) + 1
        let reason: ChainFault.Reason? =
            if (contract == OfficeJournal.name) != isOffice {
                .contractDiffers
            } else if previous == nil, kind != .registered, !isOffice {
                .registrationMisplaced
            } else if number != expected {
                .numberDiffers
            } else if previous != nil, kind == .registered {
                .registrationMisplaced
            } else if let previous, contract != previous.entry.contract {
                .contractDiffers
            } else if self.previous != previous?.hash ?? .none {
                .previousDiffers
            } else if let previous, recordedAt < previous.entry.recordedAt {
                .timeGoesBack
            } else {
                nil
            }
        if let reason { throw ChainFault(number: expected, reason: reason) }
    }
}
