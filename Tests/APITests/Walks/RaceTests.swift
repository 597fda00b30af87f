import Glibc
import Logging
import Postgres
import Storage
import TestSupport
import Testing
import Values

@testable import API
@testable import Operations
@testable import Serving

/// Thirty-two clients ask for, approve and pay the same few installments over HTTP. They go away without waiting,
/// repeat their own and others' commands under the same keys, and the database ends twice in the middle: once in
/// order, once as by a crash. What was acknowledged is there once, what was refused is not, and no fen goes out
/// twice.
@Suite struct RaceTests {
    private static let clients = 32
    private static let turns = 20

    @Test func moneyIsPaidOnce() async throws {
        try await MortalCluster.lend { (cluster) async throws in
            let ledger = RaceLedger()
            try await TestServer.open(cluster.conninfo, connections: 8) { (test) async throws in
                let office = try await RaceOffice(test.workspace)
                let total = Self.clients * Self.turns
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<Self.clients {
                        group.addTask {
                            var client = RaceClient(number, office, ledger, cluster, port: test.port)
                            try await client.run(
                                turns: Self.turns, restarting: [total / 3: SIGINT, total * 2 / 3: SIGQUIT])
                        }
                    }
                    try await group.waitForAll()
                }
            }
            // The service has ended, and with it whatever nobody waited for.
            print("RaceTests:", ledger.tally.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" })
            try await cluster.settled()
            #expect(cluster.restarts == 2)
            for name in ["acknowledged", "replayed", "not waited for", "409 request-exceeds-available"] {
                #expect(ledger.tally[name, default: 0] > 0, "\(name)")
            }
            let unavailable = ledger.tally.contains { $0.key.hasPrefix("503") }
            #expect(unavailable, "the restarts went by unseen")
            try await cluster.asOwner { try await RaceVerdict($0).check(ledger.records) }
            try await Self.checkJournals(cluster)
        }
    }

    /// Every journal verifies, and all else follows from the journals to the last byte and row version.
    private static func checkJournals(_ cluster: MortalCluster) async throws {
        try await cluster.asOwner { (database) async throws in
            let clock = TestClock("2024-06-03")
            let effects = Effects(now: { clock.now }, random: { clock.number() }, user: "clerk")
            let workspace = Workspace(database, effects: effects)
            for number in 0..<RaceOffice.contracts {
                let journal = try await workspace.verifyJournal(of: "C-\(number)")
                #expect(journal.entries > 10)
            }
            let before = try await RaceVerdict(database).rows()
            let rebuilt = try await workspace.rebuild()
            #expect(rebuilt == RebuildSummary(contracts: RaceOffice.contracts, failures: [:]))
            let after = try await RaceVerdict(database).rows()
            #expect(before == after && before.count > 100)
        }
    }
}
