import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Operations

/// Breaks every statement of an upload and of a reading in every way.
@Suite struct DocumentFaultTests {
    private static let kinds: [Fault] = [
        .refused("XX000"), .refused("40001"), .refused("53300"), .lostBeforeSending, .lostAfterSending,
    ]
    private let bytes = Evidence.pdf(1_400_000)

    /// How many statements a run sends when nothing is broken.
    private func statements(_ run: (TestWorkspace, Caller) async throws -> Void) async throws -> Int {
        let count = Mutex(0)
        try await TestWorkspace.lend { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            let plan: FaultPlan = { number in
                count.withLock { $0 = max($0, number) }
                return nil
            }
            try await TestWorkspace.open(test.conninfo, faults: plan) { try await run($0, officer) }
        }
        return count.withLock { $0 }
    }

    @Test func aDocumentIsStoredWholeOrNotAtAll() async throws {
        let statements = try await statements { _ = try await $0.store(bytes, by: $1) }
        #expect(statements > 10)
        var outcomes: Set<Bool> = []
        for number in 1...statements {
            for kind in Self.kinds {
                try await TestWorkspace.lend { (test) async throws in
                    let officer = try await test.person("wang", [.officer])
                    var answer: StoredDocumentAnswer?
                    try await TestWorkspace.open(test.conninfo, faults: { $0 == number ? kind : nil }) { broken in
                        answer = try? await broken.store(bytes, by: officer)
                    }
                    outcomes.insert(answer != nil)
                    let stored = try await test.number("SELECT count(*) FROM document_holding")
                    let chunks = try await test.number("SELECT count(*) FROM document_chunk")
                    #expect(stored == (answer == nil ? 0 : 1) && chunks == 6 * stored, "\(kind) at \(number)")
                    let again = try await test.store(bytes, by: officer)
                    #expect(again.isNew == (answer == nil), "\(kind) at \(number)")
                    let content = try await test.workspace.document(again.document.hash, by: officer)
                    #expect(try await Evidence.collect(content) == bytes, "\(kind) at \(number)")
                }
            }
        }
        #expect(outcomes == [true, false])
    }

    @Test func aReadingIsWholeOrAnError() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            let hash = try await test.store(bytes, by: officer).document.hash
            for number in 1...5 {
                for kind in Self.kinds {
                    try await TestWorkspace.open(test.conninfo, faults: { $0 == number ? kind : nil }) { broken in
                        let code = try await People.code {
                            let content = try await broken.workspace.document(hash, by: officer)
                            #expect(try await Evidence.collect(content) == bytes)
                        }
                        #expect(code != nil, "\(kind) at \(number)")
                    }
                }
            }
        }
    }
}
