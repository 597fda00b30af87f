/// A journal entry with the bytes that were hashed and their hash. The bytes are kept and stored as they are.
public struct SealedEntry: Equatable, Sendable {
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
