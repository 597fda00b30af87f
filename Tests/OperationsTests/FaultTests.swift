import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Operations

/// Breaks every statement of an import and of a fact in every way, and looks for anything half-written.
@Suite struct FaultTests {
    private static let kinds: [Fault] = [
        .refused("XX000"), .refused("40001"), .refused("53300"), .lostBeforeSending, .lostAfterSending,
    ]
    private let base = [SmallContract.dossier("A-1"), SmallContract.dossier("A-2")]
    private let file = [
        SmallContract.dossier(
            "A-1", facts: [SmallContract.signed, SmallContract.invoice("i", "N1"), SmallContract.paid("p", "400.00")]),
        SmallContract.dossier("A-2"),
        SmallContract.dossier(
            "B-1", facts: [SmallContract.signed, SmallContract.invoice("i", "N2"), SmallContract.paid("p", "9.00")]),
        SmallContract.dossier("B-2"),
    ]

    /// How many statements a run sends when nothing is broken, and what it leaves behind.
    private func whole(
        _ run: (TestWorkspace) async throws -> Void
    ) async throws -> (statements: Int, dump: [String], before: [String]) {
        let count = Mutex(0)
        var dump: [String] = []
        var before: [String] = []
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing(base)
            before = try await test.dump()
            let plan: FaultPlan = { number in
                count.withLock { $0 = max($0, number) }
                return nil
            }
            try await TestWorkspace.open(test.conninfo, faults: plan, run)
            dump = try await test.dump()
        }
        return (count.withLock { $0 }, dump, before)
    }

    @Test func anImportIsWholeContractByContract() async throws {
        let (statements, expected, before) = try await whole { try await $0.importing(file) }
        #expect(statements > 15)
        for number in 1...statements {
            for kind in Self.kinds {
                try await TestWorkspace.lend { (test) async throws in
                    try await test.importing(base)
                    var results: [ImportResult]?
                    try await TestWorkspace.open(test.conninfo, faults: { $0 == number ? kind : nil }) { broken in
                        results = try? await broken.importing(file)
                    }
                    let rows = try await test.dump()
                    for contract in ["A-1", "A-2", "B-1", "B-2"] {
                        let mine = rows.filter { $0.contains("(\(contract),") }
                        let isWhole = [before, expected].contains { $0.filter { $0.contains("(\(contract),") } == mine }
                        #expect(isWhole, "\(kind) at \(number): \(contract)")
                    }
                    if let results {
                        #expect(
                            results.map(\.outcome) == [
                                .appended(facts: 2), .unchanged, .registered(facts: 3), .registered(facts: 1),
                            ], "\(kind) at \(number)")
                        #expect(rows == expected, "\(kind) at \(number)")
                    }
                    try await test.importing(file)
                    #expect(try await test.dump() == expected, "\(kind) at \(number), again")
                }
            }
        }
    }

    @Test func aFactIsRecordedOnceOrNotAtAll() async throws {
        let fact = Array(SmallContract.paid("p", "400.00", voucher: "V1").utf8)
        let (statements, expected, before) = try await whole {
            _ = try await $0.workspace.recordFact(fact, of: "A-1", idempotencyKey: "k")
        }
        #expect(statements > 5)
        for number in 1...statements {
            for kind in Self.kinds {
                try await TestWorkspace.lend { (test) async throws in
                    try await test.importing(base)
                    var answer: RecordedFact?
                    try await TestWorkspace.open(test.conninfo, faults: { $0 == number ? kind : nil }) { broken in
                        answer = try? await broken.workspace.recordFact(fact, of: "A-1", idempotencyKey: "k")
                    }
                    let rows = try await test.dump()
                    #expect(rows == (answer == nil ? before : expected), "\(kind) at \(number)")
                    try await Self.untilKeyIsFree {
                        _ = try await test.workspace.recordFact(fact, of: "A-1", idempotencyKey: "k")
                    }
                    #expect(try await test.dump() == expected, "\(kind) at \(number), again")
                }
            }
        }
    }

    /// The server may still be at work on a command whose connection was cut: it keeps the key until it notices.
    private static func untilKeyIsFree(_ body: () async throws -> Void) async throws {
        while true {
            do { return try await body() } catch OperationError.keyBusy { await Task.yield() }
        }
    }

    /// The answer to COMMIT is lost, and the server too when the key is looked up.
    @Test func anOutcomeThatCannotBeFoundOutIsSaidToBeUnknown() async throws {
        let fact = Array(SmallContract.paid("p", "400.00").utf8)
        let (statements, _, _) = try await whole { _ = try await $0.workspace.recordFact(fact, of: "A-1") }
        var outcomes: Set<String> = []
        // The answer may be read before the cut; so the cut is tried until it comes in time.
        for _ in 0..<50 where !outcomes.contains(OperationError.outcomeUnknown.code) {
            try await TestWorkspace.lend { (test) async throws in
                try await test.importing(base)
                try await TestWorkspace.open(test.conninfo, faults: { $0 >= statements ? .lostAfterSending : nil }) {
                    broken in
                    do { _ = try await broken.workspace.recordFact(fact, of: "A-1", idempotencyKey: "k") } catch {
                        outcomes.insert((error as? OperationError)?.code ?? "\(error)")
                    }
                }
            }
        }
        #expect(outcomes == [OperationError.outcomeUnknown.code])
    }
}
