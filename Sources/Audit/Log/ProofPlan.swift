/// Which stored subtrees a proof is made of, found out without reading any: so that they can be fetched in one query.
public struct ProofPlan: Equatable, Sendable {
    /// One for each hash of the proof: the neighbouring complete subtrees that it is the hash of.
    public let parts: [[Subtree]]

    /// All that is needed.
    public var subtrees: [Subtree] { parts.flatMap { $0 } }

    /// The proof that the entry is in the log of that size (RFC 9162, 2.1.3.1). Throws ``LogError/sizeOutOfRange`` and
    /// ``LogError/indexOutOfRange``.
    public static func inclusion(of index: Int, in size: Int) throws(LogError) -> ProofPlan {
        guard (0...Subtree.largestLog).contains(size) else { throw .sizeOutOfRange }
        guard (0..<size).contains(index) else { throw .indexOutOfRange }
        var parts: [Range<Int>] = []
        var rest = 0..<size
        while rest.count > 1 {
            let middle = split(rest)
            if index < middle {
                parts.append(middle..<rest.upperBound)
                rest = rest.lowerBound..<middle
            } else {
                parts.append(rest.lowerBound..<middle)
                rest = middle..<rest.upperBound
            }
        }
        return ProofPlan(parts)
    }

    /// The proof that the log of the second size begins with that of the first (RFC 9162, 2.1.4.1). It is empty from
    /// the empty log and to the same size. Throws ``LogError/sizeOutOfRange`` and ``LogError/sizeShrinks``.
    public static func consistency(from first: Int, to second: Int) throws(LogError) -> ProofPlan {
        guard first >= 0, (0...Subtree.largestLog).contains(second) else { throw .sizeOutOfRange }
        guard first <= second else { throw .sizeShrinks }
        var parts: [Range<Int>] = []
        guard first > 0, first < second else { return ProofPlan(parts) }
        var rest = 0..<second
        while rest.upperBound != first {
            let middle = split(rest)
            if first <= middle {
                parts.append(middle..<rest.upperBound)
                rest = rest.lowerBound..<middle
            } else {
                parts.append(rest.lowerBound..<middle)
                rest = middle..<rest.upperBound
            }
        }
        // Whoever verifies knows the old root: it is left out where it stands for the whole of what is left.
        if rest.lowerBound > 0 { parts.append(rest) }
        return ProofPlan(parts)
    }

    /// Puts the proof together of the stored hashes. Throws ``LogError/subtreeMissing``.
    public func proof(_ stored: [Subtree: TreeHash]) throws(LogError) -> [TreeHash] {
        var proof: [TreeHash] = []
        for part in parts {
            var hashes: [TreeHash] = []
            for subtree in part {
                guard let hash = stored[subtree] else { throw .subtreeMissing }
                hashes.append(hash)
            }
            guard let hash = TreeHash.folding(hashes) else { throw .subtreeMissing }
            proof.append(hash)
        }
        return proof
    }

    /// From the root downwards, as it is found; proofs begin at the bottom.
    private init(_ parts: [Range<Int>]) {
        self.parts = parts.reversed().map { Subtree.covering(unchecked: $0) }
    }

    /// Where RFC 9162 cuts a tree in two: behind the largest power of two that is smaller than its size.
    private static func split(_ entries: Range<Int>) -> Int {
        entries.lowerBound + 1 << (Int.bitWidth - 1 - (entries.count - 1).leadingZeroBitCount)
    }
}
