import Audit
import Glibc
import TestSupport
import Testing

@testable import Bundles

/// A bundle of the whole log with proofs, for tools that we did not write (Tests/Service/foreign.sh): written to the
/// folder that TRANCHE_SAMPLE_BUNDLE names, where it names one; of TRANCHE_SAMPLE_CONTRACTS contracts.
struct SampleFileTests {
    @Test func isFineAndItsProofsHold() throws {
        var random = SeededGenerator(named: "sample")
        let count = getenv("TRANCHE_SAMPLE_CONTRACTS").flatMap { Int(String(cString: $0)) } ?? 5
        let log = try SampleLog(SampleContracts.journals(count, ofEntries: 5...60, &random), &random)
        var bundle = try SampleBundle(log)
        bundle.note = try log.note(isWitnessed: true)
        bundle.keys.append(SampleLog.witness.verifier)
        bundle.earlier = [try log.note(log.frontier.size / 2)]
        if log.journals.contains(where: { !$0.namedDocuments.isEmpty }) {
            bundle.documents = [SampleContracts.document]
        }
        let bytes = try bundle.bytes()
        if count == 5 { #expect(try bundle.bytes() == bytes, "the same bundle has the same bytes") }
        #expect(try verify(bytes, checkpoints: bundle.earlier, isWhole: true).faults == [])
        let proofs = count > 5 ? "" : try proofs(log)
        guard let folder = getenv("TRANCHE_SAMPLE_BUNDLE").map({ String(cString: $0) }) else { return }
        for (name, content) in [("bundle.zip", bytes), ("proofs.txt", Array(proofs.utf8))] {
            let file = try #require(fopen("\(folder)/\(name)", "wb"))
            #expect(fwrite(content, 1, content.count, file) == content.count)
            fclose(file)
        }
    }

    private func proofs(_ log: SampleLog) throws -> String {
        var lines = ""
        for size in 1...log.frontier.size {
            let root = try log.frontier(size).root
            for index in stride(from: 0, to: size, by: 7) {
                let leaf = try #require(log.stored[Subtree(level: 0, index: index)])
                let proof = try ProofPlan.inclusion(of: index, in: size).proof(log.stored)
                let hashes = ([leaf, root] + proof).map(\.description).joined(separator: " ")
                lines += "inclusion \(index) \(size) \(hashes)\n"
            }
            for first in stride(from: 1, through: size, by: 5) {
                let proof = try ProofPlan.consistency(from: first, to: size).proof(log.stored)
                let roots = [try log.frontier(first).root, root]
                lines += "consistency \(first) \(size) \((roots + proof).map(\.description).joined(separator: " "))\n"
            }
        }
        return lines
    }
}
