import Audit
import TestSupport
import Testing
import Values

@testable import Operations

/// Another office countersigns what extends what it saw, and nothing else.
@Suite struct WitnessTests {
    private static let now = Instant(microseconds: 1_700_000_000_000_000)

    private static func withWitness(
        _ body: (LogOffice, Witness, VerifierKey) async throws -> Void
    ) async throws {
        try await LogOffice.lend { office in
            let directory = office.signer.path + "-witness"
            let key = try Witness.create(
                directory: directory, name: "audit.example",
                effects: Effects(now: { now }, random: { 42 }, user: ""))
            try await body(office, Witness(directory: directory), key)
        }
    }

    @Test func itCountersignsWhatExtends() async throws {
        try await Self.withWitness { office, witness, key in
            var size = 0
            for turn in 0..<4 {
                _ = try await office.workspace.signCheckpoint()
                #expect(try witness.size() == size)
                let offer = try await office.workspace.checkpointOffer(from: size).bytes
                let note = try witness.countersign(offer, by: [office.key], at: Self.now)
                #expect(try note.verified(by: [key]).first?.secondsSince1970 == 1_700_000_000)
                // The same again is the same.
                let again = try await office.workspace.checkpointOffer(from: size + 6 + (turn == 0 ? 0 : -5)).bytes
                #expect(try witness.countersign(again, by: [office.key], at: Self.now) == note)
                try await office.workspace.addCosignature(note.bytes, by: key)
                #expect(try await office.workspace.checkpoint().verified(by: [office.key, key]).count == 2)
                size = try witness.size()
                #expect(size == 6 + turn)
                try await office.record("e\(turn)")
            }
            #expect(office.signer.witnesses() == [key])
        }
    }

    @Test func itRefusesEverythingElse() async throws {
        try await Self.withWitness { office, witness, key in
            _ = try await office.workspace.signCheckpoint()
            let first = try await office.workspace.checkpointOffer(from: 0)
            #expect(throws: OperationError.log(.note(.unsigned))) {
                try witness.countersign(first.bytes, by: [key], at: Self.now)
            }
            #expect(throws: OperationError.log(.note(.malformedNote))) {
                try witness.countersign(first.note.bytes, by: [office.key], at: Self.now)
            }
            _ = try witness.countersign(first.bytes, by: [office.key], at: Self.now)
            try await office.record("accepted")
            _ = try await office.workspace.signCheckpoint()
            let second = try await office.workspace.checkpointOffer(from: 6)
            let bare = CheckpointOffer(from: 0, proof: [], note: second.note)
            #expect(throws: OperationError.log(.notExtending(.notConsistent))) {
                try witness.countersign(bare.bytes, by: [office.key], at: Self.now)
            }
            _ = try witness.countersign(second.bytes, by: [office.key], at: Self.now)
            #expect(throws: OperationError.log(.notExtending(.sizeShrinks))) {
                try witness.countersign(first.bytes, by: [office.key], at: Self.now)
            }
            #expect(try witness.size() == 7)
        }
    }

    /// Offers of any bytes are refused and never crash.
    @Test func anyBytesAreRefused() async throws {
        try await Self.withWitness { office, witness, _ in
            _ = try await office.workspace.signCheckpoint()
            let offer = try await office.workspace.checkpointOffer(from: 0).bytes
            var random = SeededGenerator(seed: RunSeed.printed())
            for _ in 0..<400 {
                var bytes = offer
                for _ in 0...Int.random(in: 0..<3, using: &random) {
                    let place = Int.random(in: bytes.indices, using: &random)
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: bytes[place] ^= UInt8.random(in: 1...255, using: &random)
                    case 1: bytes.remove(at: place)
                    default: bytes.insert(.random(in: 0...255, using: &random), at: place)
                    }
                }
                guard bytes != offer else { continue }
                #expect(throws: OperationError.self, "\(bytes) (TRANCHE_SEED=\(RunSeed.printed()))") {
                    try witness.countersign(bytes, by: [office.key], at: Self.now)
                }
            }
            #expect(try witness.size() == 0)
        }
    }
}
