import Audit
import Reperformance
import TestSupport

@testable import Bundles

/// An honest bundle with everything that can be done to it.
struct World {
    var bundle: SampleBundle
    let bytes: [UInt8]
    let parts: Parts
    /// What an auditor kept: an older checkpoint, and the newest one.
    let older: SignedNote
    let newest: SignedNote
    let olderSize: Int

    init(_ journals: [ContractJournal], _ random: inout SeededGenerator) throws {
        let log = try SampleLog(journals, &random)
        bundle = try SampleBundle(log)
        olderSize = Int.random(in: 1...log.frontier.size, using: &random)
        older = try log.note(olderSize)
        newest = bundle.note
        if Bool.random(using: &random) {
            bundle.note = try log.note(isWitnessed: true)
            bundle.keys.append(SampleLog.witness.verifier)
        }
        if Bool.random(using: &random) { bundle.earlier = [older] }
        if journals.contains(where: { !$0.namedDocuments.isEmpty }) { bundle.documents = [SampleContracts.document] }
        bytes = try bundle.bytes()
        parts = try Parts(bytes)
    }

    /// Bundles of small contracts, so that thousands of them can be verified.
    static func some(_ count: Int, _ random: inout SeededGenerator) throws -> [World] {
        var worlds: [World] = []
        while worlds.count < count {
            let journals = SampleContracts.journals(
                Int.random(in: 1...2, using: &random), ofEntries: 3...10, &random)
            // The first one has a document, the second one amounts that a payment request rests on.
            if worlds.isEmpty, !journals.contains(where: { !$0.namedDocuments.isEmpty }) { continue }
            if worlds.count == 1, !journals.contains(where: { $0.hasAmountBeforeClaim }) { continue }
            worlds.append(try World(journals, &random))
        }
        return worlds
    }
}

extension ContractJournal {
    fileprivate var hasAmountBeforeClaim: Bool {
        guard let claim = pinnedClaims.last else { return false }
        return entries.prefix(claim.entry.number - 1).contains { sealed in
            sealed.entry.kind.factID != nil && String(decoding: sealed.bytes, as: UTF8.self).contains("\"amount\":\"1")
        }
    }
}
