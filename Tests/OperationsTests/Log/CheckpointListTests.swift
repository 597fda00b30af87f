import Audit
import Storage
import Testing
import Values

@testable import Operations

@Suite struct CheckpointListTests {
    /// The largest first, each size once with all its signatures, and when it was published first.
    @Test func everyPublishedOneIsListed() async throws {
        try await LogOffice.lend(contracts: 1) { office in
            let workspace = office.workspace
            let first = office.test.now
            _ = try await workspace.signCheckpoint()
            office.test.advance(seconds: 60)
            try await office.record("accepted")
            let note = try await workspace.signCheckpoint()
            let witness = try SigningKey(
                name: "witness.example", algorithm: .cosignature, seed: Array(repeating: 9, count: 32))
            try await workspace.addCosignature(
                try note.signed(by: witness, atSecondsSince1970: 1).bytes, by: witness.verifier)
            let listed = try await workspace.checkpoints(limit: 10)
            #expect(listed.map(\.checkpoint.size) == [4, 3] && listed.map(\.signatures.count) == [2, 1])
            #expect(listed.last?.publishedAt == first)
            #expect(try await workspace.checkpoints(below: 4, limit: 10).map(\.checkpoint.size) == [3])
            #expect(try await workspace.checkpoints(limit: 1).map(\.checkpoint.size) == [4])
            #expect(try await workspace.publishedCheckpoint(ofSize: 3).note == listed.last?.note)
            await #expect(throws: OperationError.log(.noCheckpoint)) {
                try await workspace.publishedCheckpoint(ofSize: 2)
            }
            let keys = try await workspace.logKeys(by: .console)
            #expect(keys == LogKeys(own: [office.key], witnesses: [witness.verifier]))
        }
    }

    @Test func theStateTellsWhatIsSealedAndWhatWaits() async throws {
        try await LogOffice.lend(contracts: 1) { office in
            var state = try await office.workspace.logState()
            #expect(state.size == 0 && state.waiting == 3 && state.newest == nil && state.keys.own == [office.key])
            _ = try await office.workspace.signCheckpoint()
            state = try await office.workspace.logState()
            #expect(state.size == 3 && state.waiting == 0 && state.newest?.checkpoint.size == 3)
        }
    }
}
