/// A journal entry with the bytes that were hashed and their hash. The bytes are kept and stored as they are. It never
/// changes and is shared: a journal is copied for every command, and a copied entry would count seven references.
public final class SealedEntry: Sendable {
    public let entry: JournalEntry
    /// What is hashed, stored and exported.
    public let bytes: [UInt8]
    public let hash: EntryHash

    /// Encodes and hashes an entry.
    public init(_ entry: JournalEntry) {
        self.entry = entry
        bytes = entry.canonicalBytes()
        hash = EntryHash(of: bytes)
    }

    init(_ entry: JournalEntry, bytes: [UInt8]) {
        self.entry = entry
        self.bytes = bytes
        hash = EntryHash(of: bytes)
    }
}

extension SealedEntry: Equatable {
    /// Equal bytes.
    public static func == (left: SealedEntry, right: SealedEntry) -> Bool { left.hash == right.hash }
}
