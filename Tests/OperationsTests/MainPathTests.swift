import TestSupport
import Payables
import Testing
import Values

@testable import Operations

/// The main job: what do we owe next?
@Suite struct MainPathTests {
    @Test func importsBothMeishanContractsAndTellsWhatIsNext() async throws {
        try await TestWorkspace.lend(today: "2022-01-28") { (test) async throws in
            let dossiers = ["tianfu.json", "hotline.json"].map { name in
                String(decoding: Fixtures.bytes("Tests/Fixtures/" + name), as: UTF8.self)
            }
            #expect(
                try await test.importing(dossiers).map(\.outcome) == [.registered(facts: 10), .registered(facts: 6)])
            var lines: [String] = []
            try await test.workspace.nextPayments { next in
                lines.append(
                    "\(next.contract) \(next.label) \(next.status) \(next.amount) \(next.dueOn?.description ?? "-") \(next.blockedBy)"
                )
            }
            #expect(
                lines == [
                    #"MS-2020-TFSMY 首年考核尾款 due 718880.00 2022-01-30 []"#,
                    #"MS-2021-12345 初验款 blocked 1786000.00 - ["when"]"#,
                ])
            let verified = try await test.workspace.verifyJournal(of: "MS-2020-TFSMY")
            #expect(verified.entries == 11)
            #expect(try await test.workspace.history(of: "MS-2020-TFSMY").last?.hash == verified.head)
        }
    }
}
