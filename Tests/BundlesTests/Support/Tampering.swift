import Audit
import TestSupport
import Values

@testable import Bundles

/// The ways in which a bundle is tampered with.
enum Tampering: String, CaseIterable {
    // The archive as bytes.
    case archiveByteFlipped, archiveCut
    // Its files, by whoever forgets the lists.
    case bitFlipped, fileDropped, fileDoubled, filesSwapped
    // Its files, by whoever makes the lists again.
    case bitFlippedAndListed, lineDropped, lineDoubled, linesSwapped, digitChanged, contractDropped, documentChanged,
        documentDropped, proofForged, placesForged
    // The entries, by whoever makes all hashes again.
    case entryChangedAndRechained, entryDroppedAndRechained, entriesSwappedAndRechained
    // The same with a log of its own.
    case logRebuilt, logRebuiltAndResigned, logRebuiltWithTheKey, logCut, logCutAndResigned, resigned
    // By whoever holds the key and rewrites before anybody has seen a checkpoint.
    case figureForgedWithTheKey

    /// What somebody hands over instead of the honest bundle; nil where this one cannot be tampered with so.
    func apply(to world: World, _ random: inout SeededGenerator) throws -> [UInt8]? {
        switch self {
        case .archiveByteFlipped:
            var bytes = world.bytes
            bytes[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            return bytes
        case .archiveCut: return Array(world.bytes.prefix(Int.random(in: 0..<world.bytes.count, using: &random)))
        case .bitFlipped, .fileDropped, .fileDoubled, .filesSwapped, .bitFlippedAndListed, .lineDropped, .lineDoubled,
            .linesSwapped, .digitChanged, .contractDropped, .documentChanged, .documentDropped, .proofForged,
            .placesForged:
            return try applyToFiles(world, &random)
        default: return try applyToEntries(world, &random)
        }
    }
}
