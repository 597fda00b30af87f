import Audit
import Reperformance
import Requests
import TestSupport

@testable import Bundles

extension Tampering {
    func applyToEntries(_ world: World, _ random: inout SeededGenerator) throws -> [UInt8]? {
        switch self {
        case .logCut, .logCutAndResigned: return try cut(world, &random)
        case .resigned:
            var bundle = world.bundle
            bundle.note = try bundle.log.note(by: SampleLog.forger)
            bundle.keys = [SampleLog.forger.verifier]
            bundle.earlier = []
            return try bundle.bytes()
        default: break
        }
        var bundle = world.bundle
        let contract = Int.random(in: bundle.contracts.indices, using: &random)
        let honest = bundle.log.journals[contract]
        guard let (journal, first) = forged(honest, &random) else { return nil }
        var indexes = bundle.log.indexes
        if journal.entries.count < honest.entries.count { indexes[contract].removeLast() }
        let changedAt = bundle.log.indexes[contract][first]
        switch self {
        case .entryChangedAndRechained, .entryDroppedAndRechained, .entriesSwappedAndRechained:
            bundle.log.journals[contract] = journal
            bundle.log.indexes = indexes
            // The log's lines stay those of the honest log.
            var parts = world.parts
            let papers = try? ContractPapers(
                journal, indexes: indexes[contract], calendars: bundle.calendars, asOf: SampleLog.writtenAt.dayOfWriting
            )
            for part in BundleFile.Part.allCases {
                parts[.contract(contract + 1, part)] = papers?.bytes(of: part) ?? []
            }
            parts.rehash()
            return try parts.archive()
        case .logRebuilt, .logRebuiltAndResigned, .logRebuiltWithTheKey, .figureForgedWithTheKey:
            // Whoever holds the key cannot change what a kept checkpoint covers; without one, only figures tell.
            if self == .logRebuiltWithTheKey, changedAt >= world.olderSize { return nil }
            try bundle.log.rebuild(replacing: contract, by: journal)
            bundle.earlier = []
            let key = self == .logRebuiltAndResigned ? SampleLog.forger : SampleLog.key
            bundle.keys = [key.verifier]
            bundle.note = self == .logRebuilt ? world.newest : try bundle.log.note(by: key)
            return try? bundle.bytes()
        default: return nil
        }
    }

    /// The journal forged, and the place of the first entry that differs.
    private func forged(_ journal: ContractJournal, _ random: inout SeededGenerator) -> (ContractJournal, Int)? {
        var entries = journal.entries.map(\.entry)
        guard entries.count > 2 else { return nil }
        var place = Int.random(in: 1..<entries.count, using: &random)
        switch self {
        case .entryDroppedAndRechained: entries.remove(at: place)
        case .entriesSwappedAndRechained:
            guard place > 1 else { return nil }
            entries.swapAt(place, place - 1)
            place -= 1
        case .figureForgedWithTheKey:
            // The amount of a fact that a later claim rests on.
            guard let claim = journal.pinnedClaims.last else { return nil }
            let facts = entries.indices.prefix(claim.entry.number - 1).filter { entries[$0].kind.factID != nil }
            guard let fact = facts.randomElement(using: &random),
                let payload = Forgery.otherDigit(entries[fact].payload, &random)
            else { return nil }
            entries[fact] = entries[fact].with(payload)
            place = fact
        default:
            guard let changed = Forgery.changed(entries[place], &random) else { return nil }
            entries[place] = changed
        }
        guard let forged = Forgery.rechained(entries), forged != journal else { return nil }
        return (forged, place)
    }

    /// The log as it was earlier, with what the contracts had then: signed then, or by somebody else.
    private func cut(_ world: World, _ random: inout SeededGenerator) throws -> [UInt8]? {
        var bundle = world.bundle
        let size = Int.random(in: 1...bundle.log.frontier.size, using: &random) - 1
        try bundle.log.cut(to: size)
        bundle.contracts = bundle.contracts.filter { !bundle.log.indexes[$0].isEmpty }
        let named = bundle.contracts.contains { !bundle.log.journals[$0].namedDocuments.isEmpty }
        bundle.documents = named ? bundle.documents : []
        bundle.earlier = []
        let key = self == .logCut ? SampleLog.key : SampleLog.forger
        bundle.keys = [key.verifier]
        bundle.note = try bundle.log.note(by: key)
        return try bundle.bytes()
    }
}

extension JournalEntry {
    fileprivate func with(_ payload: [UInt8]) -> JournalEntry {
        JournalEntry(
            contract: contract, number: number, kind: kind, origin: origin, recordedAt: recordedAt,
            recordedBy: recordedBy, occurredOn: occurredOn, payload: payload, previous: previous)
    }
}
