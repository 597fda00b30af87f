import Audit
import TestSupport
import Testing
import Values

@testable import Bundles

/// Thousands of seeded mutations: every one that changes anything is detected.
struct TamperingTests {
    private static let rounds = 3000

    @Test func everyTamperingIsDetected() throws {
        var random = SeededGenerator(named: "tampering")
        let worlds = try World.some(24, &random)
        var detected: [Tampering: Int] = [:]
        var withoutEffect = 0
        for round in 0..<Self.rounds {
            let world = worlds[round % worlds.count]
            let kind = Tampering.allCases[round % Tampering.allCases.count]
            guard let bytes = try kind.apply(to: world, &random) else { continue }
            if let verdict = verdict(on: bytes, kind, world) {
                // A bit of the archive that stands for nothing: the files are the same.
                let isSame = kind == .archiveByteFlipped && (try? Parts(bytes)).map { $0 == world.parts } == true
                if isSame { withoutEffect += 1 } else { Issue.record("round \(round), \(kind): \(verdict.lines(in: .english))") }
            } else {
                detected[kind, default: 0] += 1
            }
        }
        let total = detected.values.reduce(0, +)
        print("bundles: \(total) mutations of \(detected.count) kinds, all detected; \(withoutEffect) flipped bits of no file")
        #expect(detected.count == Tampering.allCases.count, "\(Tampering.allCases.filter { detected[$0] == nil })")
        print(detected.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key) \($0.value)" })
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
