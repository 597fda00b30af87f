public import Audit

/// A contract as an export hands it over: its journal as far as it is in the log, and where each entry stands there.
public struct BundledContract: Sendable {
    public let journal: ContractJournal
    /// One for each entry, ascending.
    public let indexes: [Int]

    /// Takes the parts; the writer refuses them where they do not fit.
    public init(journal: ContractJournal, indexes: [Int]) {
        self.journal = journal
        self.indexes = indexes
    }
}
