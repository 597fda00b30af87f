public import Values

/// A step of a payment request with what its journal entry tells of it.
public struct RecordedStep: Equatable, Sendable {
    public let event: RequestEvent
    /// Name of whoever did it; of `stale`, of whoever recorded what changed the payable.
    public let by: String
    public let at: Instant
    /// Number of the entry in the contract's journal.
    public let entry: Int

    /// Takes the parts as they are.
    public init(event: RequestEvent, by: String, at: Instant, entry: Int) {
        self.event = event
        self.by = by
        self.at = at
        self.entry = entry
    }
}
