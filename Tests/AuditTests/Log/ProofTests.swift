import TestSupport
import Testing

@testable import Audit

/// Every proof of every small log, against the definitions and against mutations.
struct ProofTests {
    private static let largest = 130
    private let tree: NaiveTree
    private let roots: [TreeHash]
    private let stored: [Subtree: TreeHash]
    private var random = SeededGenerator(named: "proofs")

    init() throws {
        tree = NaiveTree(count: Self.largest, &random)
        roots = (0...Self.largest).map(tree.root)
        stored = try Frontier.of(tree.leaves).stored
    }

    @Test func theFrontierHasTheRootsOfTheDefinitionAndReportsEverySubtreeOnce() throws {
        var frontier = Frontier()
        var seen: Set<Subtree> = []
        for (index, leaf) in tree.leaves.enumerated() {
            for node in try frontier.append(leaf) {
                #expect(seen.insert(node.subtree).inserted)
                #expect(node.hash == NaiveTree(leaves: Array(tree.leaves[node.subtree.entries])).root)
            }
            #expect(frontier.root == roots[index + 1])
            #expect(try Frontier(size: frontier.size, hashes: frontier.hashes) == frontier)
            #expect(try Frontier.subtrees(ofSize: index + 1).map { stored[$0] } == frontier.hashes)
        }
        let complete = (0..<8).map { Self.largest >> $0 }.reduce(0, +)
        #expect(seen.count == complete)
    }

    @Test func everyProofIsThatOfTheDefinitionAndVerifies() throws {
        for size in 1...Self.largest {
            for index in 0..<size {
                let proof = try ProofPlan.inclusion(of: index, in: size).proof(stored)
                #expect(proof == tree.inclusion(index, size))
                try ProofVerification.inclusion(
                    of: tree.leaves[index], at: index, in: size, root: roots[size], proof: proof)
            }
        }
        for size in 0...Self.largest {
            for first in 0...size {
                let proof = try ProofPlan.consistency(from: first, to: size).proof(stored)
                #expect(proof == tree.consistency(first, size))
                try ProofVerification.consistency(from: first, roots[first], to: size, roots[size], proof: proof)
            }
        }
    }

    /// Another leaf, place, size, root, or any change of the hashes: refused.
    @Test func mutatedInclusionProofsAreRefused() throws {
        var random = random
        for size in 1...Self.largest {
            let index = Int.random(in: 0..<size, using: &random)
            let proof = tree.inclusion(index, size)
            let leaf = tree.leaves[index]
            func isRefused(
                _ leaf: TreeHash, _ index: Int, _ size: Int, _ root: TreeHash, _ proof: [TreeHash]
            ) -> Bool {
                (try? ProofVerification.inclusion(of: leaf, at: index, in: size, root: root, proof: proof)) == nil
            }
            let foreign = TreeHash.leaf([UInt8](repeating: 7, count: 50))
            #expect(isRefused(foreign, index, size, roots[size], proof))
            #expect(isRefused(leaf, index, size, foreign, proof))
            #expect(isRefused(leaf, index, size, roots[size], proof + [foreign]))
            #expect(isRefused(leaf, -1, size, roots[size], proof) && isRefused(leaf, size, size, roots[size], proof))
            for other in 0..<size where other != index {
                #expect(isRefused(leaf, other, size, roots[size], proof))
            }
            for place in proof.indices {
                var changed = proof
                changed[place] = foreign
                #expect(isRefused(leaf, index, size, roots[size], changed))
                changed.remove(at: place)
                #expect(isRefused(leaf, index, size, roots[size], changed))
            }
        }
    }

    @Test func mutatedConsistencyProofsAreRefused() throws {
        var random = random
        let foreign = TreeHash.leaf([UInt8](repeating: 7, count: 50))
        for size in 2...Self.largest {
            let first = Int.random(in: 1..<size, using: &random)
            let proof = tree.consistency(first, size)
            func isRefused(_ first: Int, _ old: TreeHash, _ new: TreeHash, _ proof: [TreeHash]) -> Bool {
                (try? ProofVerification.consistency(from: first, old, to: size, new, proof: proof)) == nil
            }
            #expect(isRefused(first, foreign, roots[size], proof))
            #expect(isRefused(first, roots[first], foreign, proof))
            #expect(isRefused(first, roots[first], roots[size], proof + [foreign]))
            #expect(isRefused(first, roots[first], roots[size], []))
            #expect(isRefused(-1, roots[first], roots[size], proof))
            #expect(isRefused(size + 1, roots[first], roots[size], proof))
            for place in proof.indices {
                var changed = proof
                changed[place] = foreign
                #expect(isRefused(first, roots[first], roots[size], changed))
                changed.remove(at: place)
                #expect(isRefused(first, roots[first], roots[size], changed))
            }
        }
    }

    /// Logs that differ in one entry are never consistent beyond it.
    @Test func aRewrittenHistoryHasNoProof() throws {
        var random = random
        for _ in 0..<300 {
            let size = Int.random(in: 2...Self.largest, using: &random)
            let first = Int.random(in: 1..<size, using: &random)
            var leaves = Array(tree.leaves.prefix(size))
            leaves[Int.random(in: 0..<first, using: &random)] = .leaf([1, 2, 3])
            let rewritten = NaiveTree(leaves: leaves)
            #expect(throws: LogError.rootDiffers) {
                try ProofVerification.consistency(
                    from: first, roots[first], to: size, rewritten.root(size),
                    proof: rewritten.consistency(first, size))
            }
        }
    }
}

extension NaiveTree {
    fileprivate var root: TreeHash { root(leaves.count) }
}
