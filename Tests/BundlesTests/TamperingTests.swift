import Audit
import TestSupport
import Testing
import Values

@testable import Bundles

/// Thousands of seeded mutations: every one that changes anything is detected.
struct TamperingTests {
    private static let rounds = 1_050

    /// In two halves, so that two cores work on them.
    @Test(arguments: ["tampering", "more tampering"])
    func everyTamperingIsDetected(_ name: String) throws {
        var random = SeededGenerator(named: name)
        let worlds = try World.some(10, &random)
        var detected: [Tampering: Int] = [:]
        var (withoutEffect, missed) = (0, 0)
        for round in 0..<Self.rounds {
            let kind = Tampering.allCases[round % Tampering.allCases.count]
            let start = Int.random(in: worlds.indices, using: &random)
            var (bytes, world): ([UInt8]?, World) = (nil, worlds[start])
            // Not every bundle can be tampered with in every way.
            for step in worlds.indices where bytes == nil {
                world = worlds[(start + step) % worlds.count]
                bytes = try kind.apply(to: world, &random)
            }
            guard let bytes else { continue }
            if let verdict = verdict(on: bytes, kind, world) {
                // A bit of the archive that stands for nothing: the files are the same.
                let isSame = kind == .archiveByteFlipped && (try? Parts(bytes)).map { $0 == world.parts } == true
                if isSame { withoutEffect += 1 } else { missed += 1 }
                if !isSame { Issue.record("round \(round), \(kind): \(verdict.lines(in: .english))") }
            } else {
                detected[kind, default: 0] += 1
            }
        }
        let total = detected.values.reduce(0, +)
        print(
            "bundles: \(total) of \(total + missed) mutations of \(detected.count) kinds detected (\(name));",
            "\(withoutEffect) more flipped bits of the archive left every file the same")
        #expect(detected.count == Tampering.allCases.count, "\(Tampering.allCases.filter { detected[$0] == nil })")
    }

    /// What is wrong with the verifier: a report that finds nothing wrong.
    private func verdict(on bytes: [UInt8], _ kind: Tampering, _ world: World) -> VerificationReport? {
        let kept: [SignedNote] =
            switch kind {
            case .logRebuiltWithTheKey: [world.older]
            case .logCut: [world.newest]
            default: []
            }
        let report = try? verify(bytes, checkpoints: kept)
        return report?.isFine == true ? report : nil
    }
}

extension Parts: Equatable {
    static func == (left: Parts, right: Parts) -> Bool {
        left.files.elementsEqual(right.files) { $0.path == $1.path && $0.bytes == $1.bytes }
    }
}
