/// How an entry came into the journal: it decides which guards of the database apply to a payment.
public enum EntryOrigin: String, CaseIterable, Sendable {
    /// As a part of a history that happened elsewhere.
    case imported
    /// On its own, as it happened.
    case recorded
}
