public import Audit

/// Journals as they were last read and verified, so that of each only what came since is read and verified again. That
/// one is still the contract's is never taken from here: whoever reads compares it with the head that the contract's
/// row names (decision 0048).
public typealias JournalCache = Remembered<ContractPlace, ContractJournal>

extension JournalCache {
    /// Keeps journals of about so many bytes: each entry holds its payload twice, hashes and names.
    public convenience init(mostBytes: Int) {
        self.init(mostBytes: mostBytes) { journal in journal.entries.reduce(0) { $0 + 2 * $1.bytes.count + 500 } }
    }
}
