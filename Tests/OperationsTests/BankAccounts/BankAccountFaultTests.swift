import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Operations

/// Breaks every statement of a proposal and its confirmation in every way.
@Suite struct BankAccountFaultTests {
    private static let kinds: [Fault] = [
        .refused("XX000"), .refused("40001"), .refused("53300"), .lostBeforeSending, .lostAfterSending,
    ]

    private func run(_ test: TestWorkspace, _ officer: Caller, _ head: Caller) async throws {
        let account = BankAccount(holder: "h", bank: "b", number: "6222020200112233")
        let change = try await test.workspace.proposeBankAccount(
            account, of: "s", reason: "r", idempotencyKey: "p", proof: .password(People.password), by: officer
        ).change
        _ = try await test.workspace.decideBankAccount(
            change.id, .confirmed, idempotencyKey: "c", proof: .password(People.password), by: head)
    }

    /// Proving who one is has entries of its own in the access log.
    private static let tables = [
        "bank_account_proposal", "bank_account_decision", "access_log WHERE action <> 'confirm'",
    ]

    /// How many rows each table has.
    private func rows(_ test: TestWorkspace) async throws -> [Int64] {
        var counts: [Int64] = []
        for table in Self.tables { counts.append(try await test.number("SELECT count(*) FROM \(table)")) }
        return counts
    }

    /// How many statements a run sends when nothing is broken.
    private func statements() async throws -> Int {
        let count = Mutex(0)
        try await TestWorkspace.lend { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            let head = try await test.person("sun", [.head])
            let plan: FaultPlan = { number in
                count.withLock { $0 = max($0, number) }
                return nil
            }
            try await TestWorkspace.open(test.conninfo, faults: plan) { try await run($0, officer, head) }
        }
        return count.withLock { $0 }
    }

    @Test func eachIsRecordedOnceWithItsEntryOrNotAtAll() async throws {
        let statements = try await statements()
        #expect(statements > 12)
        for number in 1...statements {
            // Every statement is broken in one way, in turn; hashing passwords makes each run dear.
            for (turn, kind) in Self.kinds.enumerated() where number % Self.kinds.count == turn {
                try await TestWorkspace.lend { (test) async throws in
                    let officer = try await test.person("wang", [.officer])
                    let head = try await test.person("sun", [.head])
                    let before = try await rows(test)
                    var isThrough = false
                    try await TestWorkspace.open(test.conninfo, faults: { $0 == number ? kind : nil }) { broken in
                        isThrough = (try? await run(broken, officer, head)) != nil
                    }
                    let after = zip(try await rows(test), before).map { $0 - $1 }
                    #expect([[0, 0, 0], [1, 0, 1], [1, 1, 2]].contains(after), "\(kind) at \(number)")
                    #expect(!isThrough || after == [1, 1, 2], "\(kind) at \(number)")
                    try await run(test, officer, head)
                    let end = zip(try await rows(test), before).map { $0 - $1 }
                    #expect(end == [1, 1, 2], "\(kind) at \(number), again")
                }
            }
        }
    }
}
