/// Verification of the proofs of RFC 9162: pure, and safe on whatever somebody sent.
public enum ProofVerification {
    /// Verifies that a leaf is the entry of that index in the log of that size and root (RFC 9162, 2.1.3.2). Throws
    /// what is wrong.
    public static func inclusion(
        of leaf: TreeHash, at index: Int, in size: Int, root: TreeHash, proof: [TreeHash]
    ) throws(LogError) {
        guard (0...Subtree.largestLog).contains(size) else { throw .sizeOutOfRange }
        guard (0..<size).contains(index) else { throw .indexOutOfRange }
        var (place, last, hash) = (index, size - 1, leaf)
        for step in proof {
            guard last > 0 else { throw .proofLengthDiffers }
            if place & 1 == 1 || place == last {
                hash = .node(step, hash)
                skipEmpty(&place, &last)
            } else {
                hash = .node(hash, step)
            }
            place >>= 1
            last >>= 1
        }
        guard last == 0 else { throw .proofLengthDiffers }
        guard hash == root else { throw .rootDiffers }
    }

    /// Verifies that the log of the second size and root begins with that of the first (RFC 9162, 2.1.4.2). Every log
    /// begins with the empty one. Throws what is wrong.
    public static func consistency(
        from first: Int, _ firstRoot: TreeHash, to second: Int, _ secondRoot: TreeHash, proof: [TreeHash]
    ) throws(LogError) {
        guard first >= 0, (0...Subtree.largestLog).contains(second) else { throw .sizeOutOfRange }
        guard first <= second else { throw .sizeShrinks }
        if first == 0 || first == second {
            guard proof.isEmpty else { throw .proofLengthDiffers }
            guard first == second ? firstRoot == secondRoot : firstRoot == .empty else { throw .rootDiffers }
            return
        }
        // A size that is a power of two is a subtree of its own: its root is where the proof begins.
        var steps = (first & (first - 1) == 0 ? [firstRoot] : []) + proof
        guard !steps.isEmpty else { throw .proofLengthDiffers }
        let start = steps.removeFirst()
        var (place, last, old, new) = (first - 1, second - 1, start, start)
        let levels = place.trailingOnes
        place >>= levels
        last >>= levels
        for step in steps {
            guard last > 0 else { throw .proofLengthDiffers }
            if place & 1 == 1 || place == last {
                old = .node(step, old)
                new = .node(step, new)
                skipEmpty(&place, &last)
            } else {
                new = .node(new, step)
            }
            place >>= 1
            last >>= 1
        }
        guard last == 0 else { throw .proofLengthDiffers }
        guard old == firstRoot, new == secondRoot else { throw .rootDiffers }
    }

    /// On the right edge, the levels at which a node has no neighbour and stands for itself.
    private static func skipEmpty(_ place: inout Int, _ last: inout Int) {
        while place & 1 == 0, place != 0 {
            place >>= 1
            last >>= 1
        }
    }
}

extension Int {
    fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}
