import Cluster
import Postgres
import Requests
import Storage
import TestSupport
import Testing
import Values

@testable import Operations

/// The connection to the database is cut at one byte after another of the exchange in which a payment is recorded:
/// the answer is never false. Recorded is what is there afterwards, refused what is not, and whatever cannot be known
/// is said to be unknown.
@Suite struct CutTests {
    /// A thousand cuts in all; the parts run beside one another.
    private static let parts = 4
    private static let contracts = 25
    private static let cutsOfEach = 10

    @Test(arguments: 0..<parts)
    func noAnswerIsFalse(_ part: Int) async throws {
        try await TestWorkspace.lend { (test) async throws in
            let (people, requests) = try await Self.approvedRequests(test)
            let connection = try await TestCluster.shared.connection
            let proxy = try CuttingProxy(host: connection.host, port: connection.port)
            defer { proxy.close() }
            let through = test.conninfo.replacing("host='\(connection.host)'", with: "host='\(proxy.directory)'")
            var generator = SeededGenerator(named: "cuts \(part)")
            var tally: [String: Int] = [:]
            for (contract, request) in requests.enumerated() {
                let chance = UInt64(part * Self.contracts + contract + 1) << 20
                // Not waiting before it looks again, the program more often has to say that it does not know.
                try await TestWorkspace.open(
                    through, connections: 1, patience: .milliseconds(20), chance: chance, isPausing: false
                ) { (program) async throws in
                    let office = people.at(program)
                    for turn in 0..<Self.cutsOfEach {
                        let number = (part * Self.contracts + contract) * Self.cutsOfEach + turn
                        let exchange = try await Self.exchange(proxy, number, office, request)
                        let cut = Self.cut(number, of: exchange, &generator)
                        proxy.set(cut)
                        let outcome = try await People.code {
                            try await office.pay(request, "0.01", voucher: "V\(number)", key: "cut-\(number)")
                        }
                        proxy.set(nil)
                        let verdict = Self.verdict(outcome, isThere: try await Self.isRecorded("cut-\(number)", test))
                        tally[verdict, default: 0] += 1
                        #expect(!verdict.hasPrefix("FALSE"), "cut \(number): \(cut) said \(outcome ?? "recorded")")
                    }
                }
                _ = try await test.workspace.verifyJournal(of: "C-\(contract)")
            }
            print("CutTests: \(proxy.cuts) cuts:", tally.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" })
            #expect(proxy.cuts > Self.contracts * Self.cutsOfEach * 9 / 10)
            for verdict in ["recorded, and there", "refused, and not there", "unknown, but there"] {
                #expect(tally[verdict, default: 0] > 0, "\(verdict)")
            }
        }
    }

    private static func verdict(_ outcome: String?, isThere: Bool) -> String {
        switch (outcome, isThere) {
        case (nil, true): "recorded, and there"
        case ("outcome-unknown", true): "unknown, but there"
        case ("outcome-unknown", false): "unknown, and not there"
        case ("database-away", false): "refused, and not there"
        case (nil, false): "FALSE: recorded, but not there"
        case (let code?, true): "FALSE: \(code), but there"
        case (let code?, false): "\(code), and not there"
        }
    }

    /// Bytes of the next payment's whole exchange in each direction: as many as of the one before it, and what each
    /// takes more than the last one.
    private static func exchange(
        _ proxy: CuttingProxy, _ number: Int, _ office: Office, _ request: String
    ) async throws -> [CuttingProxy.Direction: Int] {
        // The first finds the connection that the last cut left behind broken.
        while try await People.code({
            try await office.pay(request, "0.01", voucher: "L\(number)", key: "l-\(number)")
        }) != nil {}
        var sizes: [[Int]] = []
        for turn in 0..<2 {
            proxy.set(nil)
            try await office.pay(request, "0.01", voucher: "M\(number)-\(turn)", key: "m\(turn)-\(number)")
            sizes.append(CuttingProxy.Direction.allCases.map { proxy.passed($0) })
        }
        let next = zip(sizes[0], sizes[1]).map { 2 * $1 - $0 }
        return Dictionary(uniqueKeysWithValues: zip(CuttingProxy.Direction.allCases, next))
    }

    /// Three cuts of five lie in the last 150 bytes, about COMMIT and its answer, byte after byte; the others anywhere.
    /// Behind it the program may connect again at once, after two refusals, or not at all.
    private static func cut(
        _ number: Int, of exchange: [CuttingProxy.Direction: Int], _ generator: inout SeededGenerator
    ) -> CuttingProxy.Cut {
        let direction: CuttingProxy.Direction = number % 2 == 0 ? .toServer : .toProgram
        let total = exchange[direction, default: 1]
        let isNearTheEnd = number % 5 < 3
        let after = isNearTheEnd ? total - number / 5 % 150 : Int.random(in: 1...total, using: &generator)
        let refused = [0, 0, 2, 0, 0, 2, 0, 0, 2, 1000][number / 2 % 10]
        return CuttingProxy.Cut(direction, after: max(1, after), refusing: refused)
    }

    /// Whether the command is recorded, once nobody works on it any more.
    private static func isRecorded(_ key: String, _ test: TestWorkspace) async throws -> Bool {
        try await test.asOwner { database in
            while try await database.query(busy).one({ row throws(PostgresError) in try row.bool(0) }) {
                await Task.yield()
            }
            return try await database.query(find(.text("given:" + key))).count == 1
        }
    }

    private static let busy: Query = """
        SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle'
            AND pid <> pg_backend_pid())
        """
    private static let find: Postgres.Statement = "SELECT FROM journal WHERE idempotency_key = $1"

    /// One approved request of 400.00 on each of some contracts.
    private static func approvedRequests(_ test: TestWorkspace) async throws -> (Office, [String]) {
        var requests: [String] = []
        let dossiers = (0..<contracts).map { number in
            SmallContract.dossier(
                "C-\(number)", facts: [SmallContract.signed, SmallContract.invoice("i", "N-\(number)")])
        }
        try await test.importing(dossiers)
        let office = try await Office(test)
        for number in 0..<contracts {
            let id = try await office.raise(on: "C-\(number)").request.id
            try await office.approve(id)
            requests.append(id)
        }
        return (office, requests)
    }
}
