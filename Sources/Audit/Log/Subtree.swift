/// The place of a complete subtree of the log: 2^level entries from index · 2^level on. Its hash never changes once all
/// its entries are there, so it can be stored. Level 0 is one entry.
public struct Subtree: Hashable, Sendable {
    public let level: Int
    /// Counted from 0 among the subtrees of the level.
    public let index: Int

    /// The largest number of entries of a log.
    public static let largestLog = 1 << 62

    /// Throws ``LogError/subtreeMisplaced`` where no log can have it.
    public init(level: Int, index: Int) throws(LogError) {
        guard (0...62).contains(level), index >= 0, index < Self.largestLog >> level else { throw .subtreeMisplaced }
        self.init(unchecked: level, index)
    }

    init(unchecked level: Int, _ index: Int) {
        self.level = level
        self.index = index
    }

    /// The entries below it.
    public var entries: Range<Int> { index << level..<(index + 1) << level }

    /// The fewest complete subtrees that hold just these entries, from left to right. Throws
    /// ``LogError/sizeOutOfRange``.
    public static func covering(_ entries: Range<Int>) throws(LogError) -> [Subtree] {
        guard entries.lowerBound >= 0, entries.upperBound <= largestLog else { throw .sizeOutOfRange }
        return covering(unchecked: entries)
    }

    static func covering(unchecked entries: Range<Int>) -> [Subtree] {
        var subtrees: [Subtree] = []
        var start = entries.lowerBound
        while start < entries.upperBound {
            let fits = Int.bitWidth - 1 - (entries.upperBound - start).leadingZeroBitCount
            let level = start == 0 ? fits : min(fits, start.trailingZeroBitCount)
            subtrees.append(Subtree(unchecked: level, start >> level))
            start += 1 << level
        }
        return subtrees
    }
}

/// A complete subtree with its hash: what a database keeps of the log, and gives back for proofs.
public struct TreeNode: Hashable, Sendable {
    public let subtree: Subtree
    public let hash: TreeHash

    /// Takes the parts as they are.
    public init(_ subtree: Subtree, _ hash: TreeHash) {
        self.subtree = subtree
        self.hash = hash
    }
}
