/// The right edge of the log: its size and the hashes of the complete subtrees that it consists of, the largest first.
/// It is all that appending and the root need, and never more than 62 hashes.
public struct Frontier: Equatable, Sendable {
    /// The number of entries.
    public private(set) var size: Int
    /// One for each bit that is set in the size.
    public private(set) var hashes: [TreeHash]

    /// The empty log.
    public init() {
        size = 0
        hashes = []
    }

    /// A log as it was kept. Throws ``LogError/sizeOutOfRange`` and ``LogError/frontierMalformed``.
    public init(size: Int, hashes: [TreeHash]) throws(LogError) {
        guard (0...Subtree.largestLog).contains(size) else { throw .sizeOutOfRange }
        guard hashes.count == size.nonzeroBitCount else { throw .frontierMalformed }
        self.size = size
        self.hashes = hashes
    }

    /// The places of the hashes: what to load to continue a log of that size.
    public static func subtrees(ofSize size: Int) throws(LogError) -> [Subtree] {
        guard (0...Subtree.largestLog).contains(size) else { throw .sizeOutOfRange }
        return Subtree.covering(unchecked: 0..<size)
    }

    /// Appends an entry by its leaf hash. Returns the subtrees that are complete with it, itself first: each is to be
    /// stored once and never changes.
    @discardableResult
    public mutating func append(_ leaf: TreeHash) throws(LogError) -> [TreeNode] {
        try append(leaf, level: 0)
    }

    /// Appends 2^level entries by the hash of their subtree. The size must be a multiple of 2^level.
    @discardableResult
    public mutating func append(_ hash: TreeHash, level: Int) throws(LogError) -> [TreeNode] {
        guard (0...62).contains(level), size & ((1 << level) - 1) == 0 else { throw .subtreeMisplaced }
        guard size <= Subtree.largestLog - 1 << level else { throw .sizeOutOfRange }
        var node = TreeNode(Subtree(unchecked: level, size >> level), hash)
        var completed = [node]
        while size >> node.subtree.level & 1 == 1 {
            let parent = Subtree(unchecked: node.subtree.level + 1, node.subtree.index >> 1)
            node = TreeNode(parent, .node(hashes.removeLast(), node.hash))
            completed.append(node)
        }
        hashes.append(node.hash)
        size += 1 << level
        return completed
    }

    /// The Merkle tree hash of all entries (RFC 9162, 2.1.1).
    public var root: TreeHash { TreeHash.folding(hashes) ?? .empty }
}

extension TreeHash {
    /// The hash of neighbouring subtrees of falling size, as RFC 9162 puts them together: from the right. Nil for none.
    static func folding(_ hashes: [TreeHash]) -> TreeHash? {
        guard var folded = hashes.last else { return nil }
        for hash in hashes.dropLast().reversed() { folded = .node(hash, folded) }
        return folded
    }
}
