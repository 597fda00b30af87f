public import Audit
public import Reperformance
public import Values

/// What stands in a bundle beside its contracts: known before the first of them.
public struct BundleFrame: Sendable {
    /// The signed checkpoint, whose size is that of the log in the bundle.
    public let note: SignedNote
    /// Earlier ones that recipients may hold; the bundle shows that the log grew from them.
    public let earlierNotes: [SignedNote]
    /// The keys of all who signed one of the notes, and of nobody else: the log's, those that it had before, its
    /// witnesses'. A verifier refuses other signatures and other keys.
    public let keys: [VerifierKey]
    /// From number 0 on, in order.
    public let calendars: [CalendarVersion]
    public let scope: BundleScope
    /// When the bundle is written.
    public let writtenAt: Instant

    /// Takes the parts as they are.
    public init(
        note: SignedNote, earlierNotes: [SignedNote] = [], keys: [VerifierKey], calendars: [CalendarVersion],
        scope: BundleScope, writtenAt: Instant
    ) {
        self.note = note
        self.earlierNotes = earlierNotes
        self.keys = keys
        self.calendars = calendars
        self.scope = scope
        self.writtenAt = writtenAt
    }
}
