public import Audit
internal import Synchronization

/// Journals as they were last read and verified, so that of each only what came since is read and verified again. That
/// one is still the contract's is never taken from here: whoever reads compares it with the head that the contract's
/// row names (decision 0048).
public final class JournalCache: Sendable {
    /// Two generations: what is asked for moves into the young one; when that is full the old one goes.
    private struct Generations {
        var young: [ContractPlace: ContractJournal] = [:]
        var old: [ContractPlace: ContractJournal] = [:]
        var youngBytes = 0
    }

    private let mostBytes: Int
    private let generations = Mutex(Generations())

    /// Keeps journals of about so many bytes in memory.
    public init(mostBytes: Int) { self.mostBytes = mostBytes }

    /// The journal last read at a place; nil where it is not here.
    func journal(at place: ContractPlace) -> ContractJournal? {
        generations.withLock { generations in
            if let journal = generations.young[place] { return journal }
            guard let journal = generations.old.removeValue(forKey: place) else { return nil }
            keep(journal, at: place, &generations)
            return journal
        }
    }

    /// Keeps a journal that was read and verified, in place of the one that was known.
    public func keep(_ journal: ContractJournal, at place: ContractPlace) {
        generations.withLock { keep(journal, at: place, &$0) }
    }

    private func keep(_ journal: ContractJournal, at place: ContractPlace, _ generations: inout Generations) {
        let earlier = generations.young.updateValue(journal, forKey: place)
        generations.youngBytes += journal.approximateBytes - (earlier?.approximateBytes ?? 0)
        guard generations.youngBytes > mostBytes / 2 else { return }
        generations.old = generations.young
        generations.young = [:]
        generations.youngBytes = 0
    }
}

extension ContractJournal {
    /// In memory: each entry holds its payload twice, hashes and names.
    fileprivate var approximateBytes: Int { entries.reduce(0) { $0 + 2 * $1.bytes.count + 500 } }
}
