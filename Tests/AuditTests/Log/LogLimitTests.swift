import Testing

@testable import Audit

/// Sizes and places that no log has, and the largest that one may have.
struct LogLimitTests {
    private let hash = TreeHash.leaf([])
    private let largest = Subtree.largestLog

    private func error(_ body: () throws(LogError) -> Void) -> LogError? {
        do throws(LogError) { try body() } catch { return error }
        return nil
    }

    @Test func sizesBeyondTheLargestAreNamedErrors() {
        for size in [-1, Int.min, largest + 1, .max] {
            #expect(error { () throws(LogError) in _ = try ProofPlan.inclusion(of: 0, in: size) } == .sizeOutOfRange)
            #expect(
                error { () throws(LogError) in _ = try ProofPlan.consistency(from: 0, to: size) } == .sizeOutOfRange)
            #expect(error { () throws(LogError) in _ = try Frontier(size: size, hashes: []) } == .sizeOutOfRange)
            #expect(error { () throws(LogError) in _ = try Frontier.subtrees(ofSize: size) } == .sizeOutOfRange)
            #expect(
                error { () throws(LogError) in
                    try ProofVerification.inclusion(of: hash, at: 0, in: size, root: hash, proof: [])
                } == .sizeOutOfRange)
        }
        #expect(error { () throws(LogError) in _ = try ProofPlan.inclusion(of: 5, in: 5) } == .indexOutOfRange)
        #expect(error { () throws(LogError) in _ = try ProofPlan.inclusion(of: -1, in: 5) } == .indexOutOfRange)
        #expect(error { () throws(LogError) in _ = try ProofPlan.consistency(from: 6, to: 5) } == .sizeShrinks)
        #expect(error { () throws(LogError) in _ = try ProofPlan.consistency(from: -1, to: 5) } == .sizeOutOfRange)
        #expect(error { () throws(LogError) in _ = try Subtree.covering(-1..<5) } == .sizeOutOfRange)
        #expect(error { () throws(LogError) in _ = try Subtree.covering(0..<Int.max) } == .sizeOutOfRange)
        for (level, index) in [(-1, 0), (63, 0), (0, -1), (62, 1), (0, largest), (1, largest)] {
            #expect(
                error { () throws(LogError) in _ = try Subtree(level: level, index: index) } == .subtreeMisplaced)
        }
    }

    @Test func theLargestLogHasProofs() throws {
        let whole = try Subtree(level: 62, index: 0)
        #expect(whole.entries == 0..<largest)
        #expect(try ProofPlan.inclusion(of: largest - 1, in: largest).parts.count == 62)
        #expect(try ProofPlan.consistency(from: largest - 1, to: largest).subtrees.count == 63)
        var full = try Frontier(size: largest, hashes: [hash])
        #expect(error { () throws(LogError) in try full.append(hash) } == .sizeOutOfRange)
        var almost = try Frontier(size: largest - 1, hashes: Array(repeating: hash, count: 62))
        #expect(try almost.append(hash).last?.subtree == whole)
    }

    @Test func whatIsMalformedOrMissingIsNamed() throws {
        #expect(error { () throws(LogError) in _ = try Frontier(size: 3, hashes: [hash]) } == .frontierMalformed)
        var frontier = try Frontier(size: 3, hashes: [hash, hash])
        #expect(error { () throws(LogError) in try frontier.append(hash, level: 1) } == .subtreeMisplaced)
        #expect(error { () throws(LogError) in try frontier.append(hash, level: 63) } == .subtreeMisplaced)
        let plan = try ProofPlan.inclusion(of: 0, in: 3)
        #expect(error { () throws(LogError) in _ = try plan.proof([:]) } == .subtreeMissing)
    }

    @Test func aCoverIsExactAndMaximal() throws {
        for start in 0..<70 {
            for end in start..<70 {
                let cover = try Subtree.covering(start..<end)
                #expect(cover.flatMap { Array($0.entries) } == Array(start..<end))
                for (left, right) in zip(cover, cover.dropFirst()) where left.level == right.level {
                    #expect(left.index & 1 == 1, "two halves were not joined")
                }
            }
        }
    }
}
