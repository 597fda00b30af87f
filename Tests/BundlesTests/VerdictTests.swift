import Audit
import TestSupport
import Testing
import Values

@testable import Bundles

/// What a bundle proves depends on what whoever verifies brings along.
struct VerdictTests {
    private let log: SampleLog

    init() throws {
        var random = SeededGenerator(seed: 11)
        log = try SampleLog(SampleContracts.journals(3, &random), &random)
    }

    private func part(earlier: [SignedNote] = []) throws -> SampleBundle {
        var bundle = try SampleBundle(log)
        bundle.contracts = [1]
        bundle.scope = .contracts
        bundle.earlier = earlier
        bundle.missing = log.journals[1].namedDocuments.keys.map { $0 }
        return bundle
    }

    @Test func withoutAKeyTheReportSaysSo() throws {
        let report = try verify(part().bytes(), keys: [])
        #expect(report.isFine)
        #expect(report.notices.contains(.keyFromBundle(SampleLog.key.verifier)))
        #expect(report.notices.contains(.notWholeLog))
        for language in Language.allCases {
            #expect(report.lines(in: language).contains { $0.contains(SampleLog.key.verifier.description) })
        }
    }

    @Test func aPartIsNotTheWhole() throws {
        let report = try verify(part().bytes(), isWhole: true)
        #expect(report.faults.map(\.code) == [.logIncomplete])
    }

    @Test func anOlderCheckpointMustBeCovered() throws {
        let size = log.frontier.size
        // Between two entries of the bundle, where a subtree would reach across.
        let inside = try #require(
            try log.lines(of: [1]).compactMap { line -> Int? in
                guard case .subtree(let node) = line, node.subtree.level > 0 else { return nil }
                return node.subtree.entries.lowerBound + 1
            }.first)
        let older = try log.note(inside)
        #expect(try verify(part().bytes(), checkpoints: [older]).faults.map(\.code) == [.consistencyNotShown])
        #expect(try verify(part(earlier: [older]).bytes(), checkpoints: [older]).isFine)
        var grown = log
        var random = SeededGenerator(seed: 12)
        grown = try SampleLog(log.journals + SampleContracts.journals(1, &random), &random)
        #expect(grown.frontier.size > size)
        #expect(try verify(part().bytes(), checkpoints: [grown.note()]).faults.map(\.code) == [.logShrank])
        let elsewhere = try SigningKey(name: "elsewhere", algorithm: .ed25519, seed: Array(repeating: 5, count: 32))
        let foreign = try verify(
            part().bytes(), keys: [SampleLog.key.verifier, elsewhere.verifier], checkpoints: [log.note(by: elsewhere)])
        #expect(foreign.faults == [BundleFault(.checkpointRefused, "--checkpoint 1", "checkpoint-origin-differs")])
    }

    /// The key was changed: what the old one signed stands in the bundle with it.
    @Test func anOldKeyMayStandBesideTheNewOne() throws {
        var bundle = try part(earlier: [log.note(2, by: SampleLog.forger)])
        bundle.keys = [SampleLog.key.verifier, SampleLog.forger.verifier]
        #expect(try verify(bundle.bytes()).isFine)
        bundle.keys.append(SampleLog.witness.verifier)
        #expect(try verify(bundle.bytes()).faults.map(\.code) == [.keyDiffers])
    }

    @Test func aMissingDocumentIsDeclaredOrAFault() throws {
        var random = SeededGenerator(seed: 13)
        var journal: ContractJournal?
        while journal?.namedDocuments.isEmpty ?? true { journal = SampleContracts.journal("D", &random) }
        var bundle = try SampleBundle(SampleLog([try #require(journal)], &random))
        #expect(try verify(bundle.bytes()).faults.map(\.code) == [.documentMissing])
        bundle.missing = [ContentHash(of: SampleContracts.document)]
        let report = try verify(bundle.bytes())
        #expect(report.isFine && report.notices.count { if case .documentsMissing = $0 { true } else { false } } == 1)
        bundle.missing = []
        bundle.documents = [SampleContracts.document]
        #expect(try verify(bundle.bytes()).isFine)
        bundle.documents.append([1, 2, 3])
        #expect(try verify(bundle.bytes()).faults.map(\.code) == [.fileUnexpected])
    }

    @Test func theWriterRefusesWhatIsOutOfOrder() throws {
        let frame = BundleFrame(
            note: try log.note(), keys: [SampleLog.key.verifier], calendars: SampleBundle.builtIn, scope: .log,
            writtenAt: SampleLog.writtenAt)
        let writer = try BundleWriter(frame) { _ in }
        let contract = BundledContract(journal: log.journals[0], indexes: log.indexes[0])
        #expect(throws: BundleError.outOfOrder) {
            try writer.add(BundledContract(journal: log.journals[0], indexes: []))
        }
        try writer.add(contract)
        #expect(throws: BundleError.outOfOrder) { try writer.add([LogLine.entry(0, .empty)]) }
        #expect(throws: BundleError.outOfOrder) { try writer.finishDocument() }
        try writer.beginDocument(ContentHash(of: []), size: 0)
        #expect(throws: BundleError.outOfOrder) { try writer.add(contract) }
        #expect(throws: BundleError.outOfOrder) { try writer.finish() }
        struct Full: Error {}
        #expect(throws: BundleError.unwritable) {
            let full = try BundleWriter(frame) { _ in throw Full() }
            for _ in 0..<500 { try full.add(contract) }
            try full.finish()
        }
    }
}
