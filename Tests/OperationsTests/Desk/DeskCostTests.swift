import Payables
import Postgres
import Storage
import Synchronization
import Testing
import Values

@testable import Operations

/// What the work desk costs does not grow with the number of contracts but by the pages of indexes.
@Suite struct DeskCostTests {
    private func statements(contracts: Int) async throws -> Int {
        let count = Mutex(0)
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing((0..<contracts).map { SmallContract.dossier("N-\($0)", supplier: "s\($0)") })
            let officer = try await test.person("wang", [.officer])
            // The first list of a day computes afresh what has come due.
            _ = try await test.workspace.desk(by: officer)
            let plan: FaultPlan = { number in
                count.withLock { $0 = max($0, number) }
                return nil
            }
            try await TestWorkspace.open(test.conninfo, faults: plan) { _ = try await $0.workspace.desk(by: officer) }
        }
        return count.withLock { $0 }
    }

    @Test func asManyStatementsForManyContractsAsForOne() async throws {
        let one = try await statements(contracts: 1)
        #expect(one > 0)
        #expect(try await statements(contracts: 300) == one)
    }

    /// Where tables are not to be read from end to end, no statement has to: an index is there for each.
    @Test(arguments: [BuyerScope.buyers(["buyer"]), .all, .buyers(["buyer", "other"])])
    func everyStatementHasItsIndex(scope: BuyerScope) async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing((0..<50).map { SmallContract.dossier("N-\($0)", supplier: "s\($0)") })
            let days = DeskDays(try #require(CalendarDay("2024-06-03")))
            let desk = DeskQueries(scope, today: days.today, limit: 10)
            let queries = [
                desk.payable, desk.overdue(ofSmallSuppliers: true), desk.overdue(ofSmallSuppliers: false),
                desk.dueTotal(from: days.today, to: days.later(7)), desk.due(from: days.today, to: days.later(7)),
                desk.blocked, desk.firstBlocked(by: Blocker.allCases.map(\.rawValue)),
                desk.releaseTotal(until: days.later(90)), desk.releases(until: days.later(90)), desk.held,
                desk.cash(days.monthEnds), desk.planned(days.yearStarts), desk.paid(days.yearStarts),
            ]
            try await test.asOwner { database in
                _ = try await database.query("VACUUM ANALYZE")
                try await database.withTransaction { session in
                    _ = try await session.query("SET LOCAL enable_seqscan = off")
                    for query in queries {
                        let explained = Query(Statement(text: "EXPLAIN " + query.statement.text), query.parameters)
                        let plan = try await session.query(explained)
                            .map { row throws(PostgresError) in try row.text(0) }.joined(separator: "\n")
                        #expect(!plan.contains("Seq Scan on installment_position"), "\(plan)")
                        #expect(!plan.contains("Seq Scan on payment"), "\(plan)")
                        #expect(!plan.contains("Seq Scan on contract"), "\(plan)")
                    }
                }
            }
        }
    }
}
