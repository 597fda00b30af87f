/// How much of the log a bundle holds.
public enum BundleScope: String, CaseIterable, Sendable {
    /// Every entry: whatever is missing shows.
    case log
    /// All entries of some contracts. That none of them is missing at the end of a contract can only be told from a
    /// bundle of the whole log.
    case contracts
}
