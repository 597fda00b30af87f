public import Values

/// One entry of the journal: what was recorded of a contract, when, by whom, and after which other entry.
public struct JournalEntry: Equatable, Sendable {
    /// Number of the contract.
    public let contract: String
    /// Place within the contract, from 1 without gaps.
    public let number: Int
    public let kind: EntryKind
    public let origin: EntryOrigin
    /// When it was recorded; never before the contract's previous entry.
    public let recordedAt: Instant
    public let recordedBy: String
    /// The day it happened; of a registration, the day of signing.
    public let occurredOn: CalendarDay
    /// Canonical JSON (RFC 8785): the fact, or `{"calendar": …, "contract": …}` of a registration.
    public let payload: [UInt8]
    /// Hash of the contract's previous entry.
    public let previous: EntryHash

    /// Takes the parts as they are; ``SealedEntry`` makes bytes and hash of them.
    public init(
        contract: String, number: Int, kind: EntryKind, origin: EntryOrigin, recordedAt: Instant, recordedBy: String,
        occurredOn: CalendarDay, payload: [UInt8], previous: EntryHash
    ) {
        self.contract = contract
        self.number = number
        self.kind = kind
        self.origin = origin
        self.recordedAt = recordedAt
        self.recordedBy = recordedBy
        self.occurredOn = occurredOn
        self.payload = payload
        self.previous = previous
    }
}
