public import Audit
internal import Payables
public import Reperformance
internal import Requests
public import Values

/// What changed in a contract between two moments, and what was recorded or came to pass in between.
public struct ContractChanges: Equatable, Sendable {
    public let changes: [FigureChange]
    /// In the order of the journal.
    public let entries: [EntryBetween]

    /// A statement of a day, as known at a moment.
    public struct View: Equatable, Sendable {
        public let asOf: CalendarDay
        public let knownAt: Instant

        /// Takes the day and the moment.
        public init(asOf: CalendarDay, knownAt: Instant) {
            self.asOf = asOf
            self.knownAt = knownAt
        }
    }

    /// An entry that only the later view knows, or that had happened only by its day.
    public struct EntryBetween: Equatable, Sendable {
        public let number: Int
        public let word: EntryWord
        /// The id of the fact or of the payment request; of the registration the contract's number.
        public let subject: String
        public let occurredOn: CalendarDay
        public let recordedAt: Instant
        public let recordedBy: String
        /// Recorded before the earlier view, but dated after its day.
        public let wasKnown: Bool
    }

    /// Compares two views of a contract; the earlier one may lie before the contract was known. Throws where the later
    /// view does not know the contract, or a statement cannot be computed.
    public init(
        of journal: ContractJournal, _ calendars: [CalendarVersion], from before: View, to after: View
    ) throws(ReperformanceError) {
        var recomputation = Recomputation(journal, calendars)
        let counts = [before, after].map { view in
            journal.entries.prefix { $0.entry.recordedAt <= view.knownAt }.count
        }
        let now = try recomputation.outcome(entries: counts[1], asOf: after.asOf, knownAt: after.knownAt).statement
        let then =
            counts[0] == 0
            ? nil
            : try recomputation.outcome(entries: counts[0], asOf: before.asOf, knownAt: before.knownAt).statement
        changes = FigureChange.changes(from: then, to: now)
        entries = journal.entries.prefix(counts[1]).map(\.entry).compactMap { entry in
            let wasKnown = entry.number <= counts[0]
            let tookEffect = before.asOf < entry.occurredOn && entry.occurredOn <= after.asOf
            guard !wasKnown || tookEffect else { return nil }
            return EntryBetween(
                number: entry.number, word: EntryWord(entry.kind), subject: entry.subject,
                occurredOn: entry.occurredOn, recordedAt: entry.recordedAt, recordedBy: entry.recordedBy,
                wasKnown: wasKnown)
        }
    }
}

extension JournalEntry {
    /// The id of the fact or of the payment request; of the registration the contract's number.
    var subject: String {
        switch kind {
        case .registered: contract
        case .fact(_, let id): id
        case .request(let event): event.request
        case .office(let act): act.subject
        }
    }
}
