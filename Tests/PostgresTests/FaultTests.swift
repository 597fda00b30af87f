import Postgres
import Testing

/// The hook with which callers show themselves every failure at every statement.
@Suite struct FaultTests {
    @Test(arguments: [Fault.refused(.checkViolation), .lostBeforeSending, .lostAfterSending])
    func breakingAnyStatementLeavesAllOrNothing(fault: Fault) async throws {
        let faults = Faults()
        try await withDatabase(faults: faults.plan) { database in
            try await database.run("CREATE TABLE fact (number int8)")
            var number = 0
            var isThrough = false
            while !isThrough {
                number += 1
                try await database.run("TRUNCATE fact")
                faults.arm { [number] in $0 == number ? fault : nil }
                let thrown = await failure { try await transaction(database) }
                isThrough = faults.count < number
                faults.disarm()
                try await check(thrown, fault, isCommit: number == 4, database)
            }
            #expect(number == 5)
        }
    }

    /// Four statements, the last of which is COMMIT.
    private func transaction(_ database: Database) async throws {
        try await database.withTransaction { session in
            _ = try await session.query("INSERT INTO fact VALUES (1)")
            _ = try await session.unit(["INSERT INTO fact VALUES (2)", "INSERT INTO fact VALUES (3)"])
        }
    }

    private func check(_ thrown: PostgresError?, _ fault: Fault, isCommit: Bool, _ database: Database) async throws {
        let stored = try await database.count("SELECT count(*) FROM fact")
        switch (thrown, fault) {
        case (nil, _): #expect(stored == 3)
        case (.server(let error, _), .refused(let code)): #expect(error.state == code && stored == 0)
        case (.connectionLost, .lostBeforeSending): #expect(stored == 0)
        case (.connectionLost, .lostAfterSending): #expect(stored == 0 && !isCommit)
        case (.outcomeUnknown(.connectionLost), .lostAfterSending): #expect(isCommit && (stored == 0 || stored == 3))
        default: Issue.record("\(fault) gave \(String(describing: thrown))")
        }
    }

    @Test func aUnitLostAfterSendingIsUnknownBeforeItIsNot() async throws {
        let faults = Faults()
        try await withDatabase(faults: faults.plan) { database in
            faults.arm { $0 == 2 ? .lostAfterSending : nil }
            #expect(await failure { try await database.run("SELECT 1", "SELECT 2") } == .outcomeUnknown(.connectionLost))
            faults.arm { $0 == 2 ? .lostBeforeSending : nil }
            #expect(await failure { try await database.run("SELECT 1", "SELECT 2") } == .connectionLost)
            faults.disarm()
            let usable = try await database.count("SELECT 1::int8")
            #expect(usable == 1)
        }
    }
}
