import Audit
import Postgres
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Operations

/// Entries come into the log: each once, those of a contract in order, whoever seals and whatever fails.
@Suite struct SealTests {
    @Test func everyEntryIsSealedOnceAndInOrder() async throws {
        try await LogOffice.lend(contracts: 3) { office in
            #expect(try await office.workspace.seal() == SealedLog(size: 9, added: 9))
            #expect(try await office.workspace.seal() == SealedLog(size: 9, added: 0))
            try await office.record("accepted")
            #expect(try await office.workspace.seal() == SealedLog(size: 10, added: 1))
            let entries = try await office.entries()
            #expect(entries.map(\.index) == Array(0..<10) && entries.isOrdered)
            #expect(entries.allSatisfy { TreeHash.leaf($0.bytes) == $0.leaf })
            let stored = try await office.workspace.database.withConnection { try await $0.frontier() }
            #expect(stored == (try entries.frontier))
        }
    }

    /// A queue that says something once more, as after a restore, changes nothing.
    @Test func whatIsSealedIsNotSealedAgain() async throws {
        try await LogOffice.lend { office in
            _ = try await office.workspace.seal()
            try await office.test.asOwner { database in
                _ = try await database.query("INSERT INTO journal_unsealed SELECT contract, number FROM journal")
            }
            try await office.record("accepted")
            while try await office.workspace.seal().size < 7 {}
            #expect(try await office.entries().isOrdered)
            #expect(try await office.test.number("SELECT count(*) FROM journal_unsealed") == 0)
        }
    }

    /// Every size of the log gives the root that its entries make, so every stored subtree is right.
    @Test func proofsComeFromWhatIsStored() async throws {
        try await LogOffice.lend(contracts: 6) { office in
            _ = try await office.workspace.seal()
            let entries = try await office.entries()
            let roots = try (0...entries.count).map { try entries.prefix($0).map { $0 }.frontier.root }
            for size in 1...entries.count {
                for index in 0..<size {
                    let proof = try await office.workspace.inclusionProof(of: .index(index), in: size)
                    try ProofVerification.inclusion(
                        of: entries[index].leaf, at: index, in: size, root: roots[size], proof: proof.hashes)
                }
                let hashes = try await office.workspace.consistencyProof(from: size, to: entries.count)
                try ProofVerification.consistency(
                    from: size, roots[size], to: entries.count, roots[entries.count], proof: hashes)
            }
            await #expect(throws: OperationError.log(.unknownEntry)) {
                try await office.workspace.inclusionProof(of: .index(18), in: 18)
            }
            await #expect(throws: OperationError.log(.sizeUnknown)) {
                try await office.workspace.consistencyProof(from: 3, to: 19)
            }
        }
    }

    /// Several programs seal while others record: one log comes of it.
    @Test func severalProgramsMakeOneLog() async throws {
        try await LogOffice.lend(contracts: 4) { office in
            try await TestWorkspace.open(office.test.conninfo, chance: 1 << 20) { (other) async throws in
                try await withThrowingTaskGroup(of: Void.self) { tasks in
                    for program in [office.workspace, other.workspace] {
                        tasks.addTask { for _ in 0..<12 { _ = try await program.seal() } }
                    }
                    for contract in 1...4 {
                        tasks.addTask {
                            for turn in 0..<10 { try await office.record("e\(turn)", of: "A-\(contract)") }
                        }
                    }
                    try await tasks.waitForAll()
                }
            }
            _ = try await office.workspace.seal()
            let entries = try await office.entries()
            #expect(entries.count == 4 * 13 && entries.isOrdered)
            #expect(entries.map(\.index) == Array(0..<52))
        }
    }

    /// Whatever statement fails, nothing is half sealed, and the next round does the work.
    @Test func aFailureLeavesNothingHalfDone() async throws {
        let count = Mutex(0)
        let counting: FaultPlan = { number in
            count.withLock { $0 = max($0, number) }
            return nil
        }
        try await LogOffice.lend { office in
            try await TestWorkspace.open(office.test.conninfo, faults: counting) { _ = try await $0.workspace.seal() }
        }
        let statements = count.withLock { $0 }
        #expect(statements >= 8)
        for number in 1...statements {
            for fault in [Fault.refused("XX000"), .lostBeforeSending, .lostAfterSending] {
                try await LogOffice.lend { office in
                    try await TestWorkspace.open(office.test.conninfo, faults: { $0 == number ? fault : nil }) {
                        (broken) async throws in
                        _ = try? await broken.workspace.seal()
                    }
                    let between = try await office.entries()
                    #expect([0, 6].contains(between.count), "\(fault) at \(number)")
                    #expect(try await office.workspace.seal().size == 6, "\(fault) at \(number)")
                    #expect(try await office.entries().isOrdered)
                }
            }
        }
    }
}
