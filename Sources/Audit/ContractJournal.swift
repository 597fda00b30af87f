public import Requests
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

    /// Number of the contract.
    public var contract: String { entries[0].entry.contract }

    init(behind journal: ContractJournal, _ further: [SealedEntry]) { entries = journal.entries + further }

    /// The last entry.
    public var head: SealedEntry { entries[entries.count - 1] }

    /// The entries of facts, in the order of the dossier that they make, without a list of them being made.
    public var factSequence: LazyFilterSequence<[SealedEntry]> { entries.lazy.filter { $0.entry.kind.isFact } }

    /// The entries of facts by their places in the dossier.
    public var facts: [SealedEntry] { Array(factSequence) }

    /// The steps of all payment requests, in order.
    public var requestSteps: [RecordedStep] {
        entries.compactMap { sealed in
            guard case .request(let event) = sealed.entry.kind else { return nil }
            let entry = sealed.entry
            return RecordedStep(event: event, by: entry.recordedBy, at: entry.recordedAt, entry: entry.number)
        }
    }

    /// The journal as it was when it had so many entries; nil for none.
    public func first(_ count: Int) -> ContractJournal? {
        count == entries.count ? self : ContractJournal(Array(entries.prefix(count)))
    }

    /// Chains a fact or a step to the last entry. Where the clock went back, the time of the last entry stands.
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
