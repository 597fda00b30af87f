/// What is to be written of one contract: the entries that are new, and everything that follows from the journal.
public struct ContractWrite: Sendable {
    let entries: [JournalRow]
    let projection: Projection

    /// `projection` is that of the journal with the entries. Without entries only what follows is written afresh.
    public init(entries: [JournalRow], projection: Projection) {
        self.entries = entries
        self.projection = projection
    }
}
