import TestSupport
import Testing

@testable import Audit

/// What a signer and a witness sign, and what they refuse.
struct CheckpointTests {
    private let key: SigningKey
    private let witness: SigningKey
    private let tree: NaiveTree
    private let stored: [Subtree: TreeHash]

    init() throws {
        key = try SigningKey(name: "log", algorithm: .ed25519, seed: Array(repeating: 1, count: 32))
        witness = try SigningKey(name: "w", algorithm: .cosignature, seed: Array(repeating: 2, count: 32))
        var random = SeededGenerator(named: "checkpoints")
        tree = NaiveTree(count: 40, &random)
        stored = try Frontier.of(tree.leaves).stored
    }

    private func frontier(_ size: Int) throws -> Frontier { try Frontier.of(tree.leaves.prefix(size)).frontier }
    private func proof(_ from: Int, _ to: Int) throws -> [TreeHash] {
        try ProofPlan.consistency(from: from, to: to).proof(stored)
    }
    private func refusal(_ body: () throws(CheckpointStep.Refusal) -> Void) -> CheckpointStep.Refusal? {
        do throws(CheckpointStep.Refusal) { try body() } catch { return error }
        return nil
    }

    @Test func aLogGrowsFromCheckpointToCheckpointAndItsWitnessFollows() throws {
        var last: Checkpoint?
        var seen: Checkpoint?
        for size in [0, 1, 1, 2, 9, 32, 40] {
            let step = try CheckpointStep.sign(
                frontier(size), after: last, proof: try last.map { try proof($0.size, size) } ?? [], with: key,
                extensions: ["2026-11-21"])
            last = step.checkpoint
            if size < 2 { continue }
            let cosigned = try CheckpointStep.witness(
                step.note, by: [key.verifier], after: seen, proof: try seen.map { try proof($0.size, size) } ?? [],
                with: witness, atSecondsSince1970: 5)
            seen = cosigned.checkpoint
            let read = try Checkpoint.verified(
                SignedNote(reading: cosigned.note.bytes), by: [key.verifier, witness.verifier])
            #expect(read.checkpoint == last && read.signatures.map(\.secondsSince1970) == [nil, 5])
        }
    }

    @Test func whatDoesNotExtendIsNotSigned() throws {
        let last = try CheckpointStep.sign(frontier(20), after: nil, proof: [], with: key).checkpoint
        var leaves = tree.leaves
        leaves[3] = .leaf([9])
        let (rewritten, others) = try Frontier.of(leaves)
        func refuse(_ frontier: Frontier, _ proof: [TreeHash]) -> CheckpointStep.Refusal? {
            refusal { () throws(CheckpointStep.Refusal) in
                _ = try CheckpointStep.sign(frontier, after: last, proof: proof, with: key)
            }
        }
        #expect(refuse(try frontier(19), []) == .extending(.sizeShrinks))
        #expect(refuse(try Frontier.of(leaves.prefix(20)).frontier, []) == .extending(.rootDiffers))
        #expect(refuse(rewritten, try proof(20, 40)) == .extending(.notConsistent))
        #expect(
            refuse(rewritten, try ProofPlan.consistency(from: 20, to: 40).proof(others)) == .extending(.notConsistent))
        #expect(refuse(try frontier(40), []) == .extending(.notConsistent))
        #expect(refuse(try frontier(40), try proof(20, 40)) == nil)
        let other = try Checkpoint(origin: "elsewhere", size: 20, root: last.root)
        #expect(
            refusal { () throws(CheckpointStep.Refusal) in
                _ = try CheckpointStep.sign(Frontier(), after: other, proof: [], with: key)
            } == .extending(.originDiffers))
        #expect(
            refusal { () throws(CheckpointStep.Refusal) in
                _ = try CheckpointStep.sign(Frontier(), after: nil, proof: [.empty], with: key)
            } == .extending(.proofUnexpected))
        let note = try CheckpointStep.sign(frontier(20), after: nil, proof: [], with: key).note
        #expect(
            refusal { () throws(CheckpointStep.Refusal) in
                _ = try CheckpointStep.witness(
                    note, by: [witness.verifier], after: nil, proof: [], with: witness, atSecondsSince1970: 5)
            } == .note(.unsigned))
    }

    @Test func othersAreNoCheckpoints() throws {
        let root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        func reads(_ text: String) -> Bool { (try? Checkpoint(reading: Array(text.utf8))) != nil }
        #expect(reads("a\n0\n\(root)\n") && reads("a\n0\n\(root)\nmore\nthan that\n"))
        for bad in [
            "", "\n", "a\n0\n", "a\n0\n\(root)", "\n0\n\(root)\n", "a\n00\n\(root)\n", "a\n-1\n\(root)\n",
            "a\n+1\n\(root)\n", "a\n1 \n\(root)\n", "a\n4611686018427387905\n\(root)\n",
            "a\n9223372036854775808\n\(root)\n",
            "a\n0\n\(root.dropLast(4))\n", "a\n0\n\(root)\n\n", "a\n0\n\(root)\n\nx\n", "a\r\n0\r\n\(root)\r\n",
        ] { #expect(!reads(bad), "\(bad)") }
        #expect(throws: NoteError.malformedCheckpoint) { try Checkpoint(origin: "a\nb", size: 0, root: .empty) }
        #expect(throws: NoteError.malformedCheckpoint) { try Checkpoint(origin: "a", size: -1, root: .empty) }
    }
}
