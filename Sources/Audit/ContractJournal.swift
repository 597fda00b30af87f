public import Values

/// The entries of one contract in order: what is known of it. It begins with the registration.
public struct ContractJournal: Equatable, Sendable {
    /// From number 1 on; never empty.
    public private(set) var entries: [SealedEntry]

    /// Begins with the contract's registration.
    public init(registration: SealedEntry) {
        entries = [registration]
    }

    /// Takes entries that belong together; nil where they do not begin with a registration. ``verify()`` tells more.
    public init?(_ entries: [SealedEntry]) {
        guard let first = entries.first, first.entry.kind == .registered else { return nil }
        self.entries = entries
    }

    /// The last entry.
    public var head: SealedEntry { entries[entries.count - 1] }

    /// The facts' payloads in order.
    public var facts: [[UInt8]] { entries.dropFirst().map(\.entry.payload) }

    /// Chains a fact to the last entry. Where the clock went back, the time of the last entry stands.
    public mutating func append(
        _ kind: EntryKind, payload: [UInt8], occurredOn: CalendarDay, origin: EntryOrigin, at instant: Instant,
        by user: String
    ) {
        let last = head
        entries.append(
            SealedEntry(
                JournalEntry(
                    contract: last.entry.contract, number: last.entry.number + 1, kind: kind, origin: origin,
                    recordedAt: max(instant, last.entry.recordedAt), recordedBy: user, occurredOn: occurredOn,
                    payload: payload, previous: last.hash)))
    }
}
