import Audit
import TestSupport

@testable import Bundles

extension Tampering {
    /// Files whose bytes the log or a computation vouches for. The day of writing and who entered calendars
    /// are not evidence, and manifest and checksums are made again.
    private static func isVouchedFor(_ path: String) -> Bool {
        switch BundleFile(path: path) {
        case .head, .calendars, .dictionary, .manifest, .checksums, nil: false
        default: true
        }
    }

    func applyToFiles(_ world: World, _ random: inout SeededGenerator) throws -> [UInt8]? {
        var parts = world.parts
        let any = Int.random(in: parts.files.indices, using: &random)
        let vouched = parts.files.indices.filter {
            Self.isVouchedFor(parts.files[$0].path) && !parts.files[$0].bytes.isEmpty
        }
        guard let evidence = vouched.randomElement(using: &random) else { return nil }
        switch self {
        case .bitFlipped:
            guard !parts.files[any].bytes.isEmpty else { return nil }
            parts.files[any].bytes.flipBit(&random)
            return try parts.archive()
        case .fileDropped:
            parts.files.remove(at: any)
            return try parts.archive()
        case .fileDoubled:
            parts.files.insert(parts.files[any], at: Int.random(in: 0...parts.files.count, using: &random))
            return try parts.archive()
        case .filesSwapped:
            let other = Int.random(in: parts.files.indices, using: &random)
            guard parts.files[any].bytes != parts.files[other].bytes else { return nil }
            let bytes = parts.files[any].bytes
            parts.files[any].bytes = parts.files[other].bytes
            parts.files[other].bytes = bytes
            return try parts.archive()
        case .bitFlippedAndListed: parts.files[evidence].bytes.flipBit(&random)
        case .linesSwapped where parts.files[evidence].path.hasPrefix("checkpoint"):
            return nil  // The order of signatures means nothing.
        case .lineDropped, .lineDoubled, .linesSwapped:
            guard changeLines(&parts.files[evidence].bytes, &random) else { return nil }
        case .digitChanged:
            let digits = parts.files[evidence].bytes.indices.filter {
                (0x31...0x38).contains(parts.files[evidence].bytes[$0])
            }
            guard let place = digits.randomElement(using: &random) else { return nil }
            parts.files[evidence].bytes[place] += 1
        case .contractDropped:
            let last = world.bundle.contracts.count
            parts.files.removeAll { file in
                BundleFile.Part.allCases.contains { BundleFile.contract(last, $0).path == file.path }
            }
        case .documentChanged, .documentDropped:
            let document = BundleFile.document(ContentHash(of: SampleContracts.document)).path
            guard let place = parts.files.firstIndex(where: { $0.path == document }) else { return nil }
            if self == .documentDropped {
                parts.files.remove(at: place)
            } else {
                parts.files[place].bytes.flipBit(&random)
            }
        default: return try forgeProof(world, &random)
        }
        parts.rehash()
        return try parts.archive()
    }

    /// A hash of a bundle that holds one contract of several, or the places of its entries.
    private func forgeProof(_ world: World, _ random: inout SeededGenerator) throws -> [UInt8]? {
        guard world.bundle.contracts.count > 1 else { return nil }
        var bundle = world.bundle
        bundle.contracts = [Int.random(in: bundle.contracts.indices, using: &random)]
        bundle.scope = .contracts
        bundle.documents = bundle.log.journals[bundle.contracts[0]].namedDocuments.isEmpty ? [] : bundle.documents
        var parts = try Parts(bundle.bytes())
        if self == .placesForged {
            var lines = parts[.contract(1, .places)].lines
            let place = Int.random(in: 1..<lines.count, using: &random)
            let other = Int.random(in: 0..<bundle.log.frontier.size, using: &random)
            guard Array("\(place),\(other)\n".utf8) != lines[place] else { return nil }
            lines[place] = Array("\(place),\(other)\n".utf8)
            parts[.contract(1, .places)] = Array(lines.joined())
        } else {
            var lines = parts[.log].lines
            let place = Int.random(in: 1..<lines.count, using: &random)
            lines[place][lines[place].count - 2] ^= 1
            parts[.log] = Array(lines.joined())
        }
        parts.rehash()
        return try parts.archive()
    }

    private func changeLines(_ bytes: inout [UInt8], _ random: inout SeededGenerator) -> Bool {
        var lines = bytes.lines
        guard !lines.isEmpty else { return false }
        let place = Int.random(in: lines.indices, using: &random)
        switch self {
        case .lineDropped: lines.remove(at: place)
        case .lineDoubled: lines.insert(lines[place], at: place)
        default: lines.swapAt(place, Int.random(in: lines.indices, using: &random))
        }
        let changed = Array(lines.joined())
        defer { bytes = changed }
        return changed != bytes
    }
}

extension [UInt8] {
    fileprivate mutating func flipBit(_ random: inout SeededGenerator) {
        self[Int.random(in: indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    }

    /// The lines with their ends.
    fileprivate var lines: [[UInt8]] {
        split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map { $0 + [0x0A] }
    }
}
