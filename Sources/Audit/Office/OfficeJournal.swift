/// The journal of what belongs to no contract, chained as that of a contract is.
public struct OfficeJournal: Equatable, Sendable {
    /// The contract of its entries: no contract has an empty number.
    public static let name = ""

    /// From number 1 on.
    public let entries: [SealedEntry]

    /// Reads entries and hashes as they were stored or exported, and verifies that each follows the one before it.
    public static func verified(
        _ stored: [(bytes: [UInt8], hash: [UInt8])]
    ) throws(ChainFault) -> OfficeJournal {
        let entries = try SealedEntry.chain(stored, behind: nil)
        for sealed in entries where sealed.entry.contract != name {
            throw ChainFault(number: sealed.entry.number, reason: .contractDiffers)
        }
        return OfficeJournal(entries: entries)
    }

    /// Verifies entries that are read already.
    public static func verified(_ entries: [SealedEntry]) throws(ChainFault) -> OfficeJournal {
        try verified(entries.map { ($0.bytes, $0.hash.bytes) })
    }

    /// The acts of a name, in order, each with its entry.
    public func acts(_ action: String) -> [(act: OfficeAct, entry: JournalEntry)] {
        entries.compactMap { sealed in
            guard case .office(let act) = sealed.entry.kind, act.action == action else { return nil }
            return (act, sealed.entry)
        }
    }
}
