import TestSupport
import Testing

@testable import Audit

/// Tests/Fixtures/log, made by Go's golang.org/x/mod/sumdb (Tests/Foreign/golden).
struct ForeignLogTests {
    private static let lines = String(decoding: Fixtures.bytes("Tests/Fixtures/log/proofs.txt"), as: UTF8.self)
        .split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    private let stored: [Subtree: TreeHash]

    init() throws { stored = try Frontier.of((0..<37).map { .leaf(Array("entry \($0)".utf8)) }).stored }

    @Test(arguments: lines)
    func rootsAndProofsAreTheSame(_ line: [String]) throws {
        let first = try #require(Int(line[1]))
        switch line[0] {
        case "root":
            let hashes = try Frontier.subtrees(ofSize: first).compactMap { stored[$0] }
            #expect(try Frontier(size: first, hashes: hashes).root.description == line[2])
        case "inclusion":
            let size = try #require(Int(line[2]))
            #expect(
                try ProofPlan.inclusion(of: first, in: size).proof(stored).map(\.description)
                    == Array(line.dropFirst(3)))
        default:
            let size = try #require(Int(line[2]))
            #expect(
                try ProofPlan.consistency(from: first, to: size).proof(stored).map(\.description)
                    == Array(line.dropFirst(3)))
        }
    }

    @Test func thereAreMany() { #expect(Self.lines.count > 70) }
}
