import Contracts
import Payables
import Testing
import Values

@testable import Operations

/// What a fact would change is told as recording it would do it, and nothing is written.
@Suite struct PreviewFactTests {
    private let accepted = Array(#"{"kind":"event","event":"accepted","on":"2024-05-01"}"#.utf8)

    @Test func tellsBothStatementsAndWritesNothing() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier()])
            let before = try await test.dump()
            let preview = try await test.workspace.previewFact(accepted, of: "A-1", by: .console)
            #expect(preview.before.payableNow == .zero)
            #expect(preview.after.payableNow.description == "600.00")
            #expect(preview.version == 2 && preview.stale.isEmpty)
            #expect(try await test.dump() == before)
            let recorded = try await test.workspace.recordFact(accepted, of: "A-1", expectedVersion: preview.version)
            #expect(recorded.entry == 3)
            let statement = try await test.workspace.statement(of: "A-1").statement
            #expect(statement.installments == preview.after.installments)
        }
    }

    @Test func aFactDatedAheadIsShownOnItsDay() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier()])
            let ahead = Array(#"{"kind":"event","event":"accepted","on":"2024-09-01"}"#.utf8)
            let preview = try await test.workspace.previewFact(ahead, of: "A-1", by: .console)
            #expect(preview.before.dossier.asOf.description == "2024-09-01")
            #expect(preview.after.installments[1].status == .due)
        }
    }

    @Test func refusesWhatRecordingRefuses() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier()])
            let officer = try await test.person("wang", [.officer])
            let head = try await test.person("zhao", [.head])
            let stranger = try await test.person("li", [.officer], in: "elsewhere")
            _ = try await test.workspace.previewFact(accepted, of: "A-1", by: officer)
            await #expect(throws: OperationError.forbidden(.recordEvents)) {
                try await test.workspace.previewFact(accepted, of: "A-1", by: head)
            }
            await #expect(throws: OperationError.unknownContract(number: "A-1")) {
                try await test.workspace.previewFact(accepted, of: "A-1", by: stranger)
            }
            let wrong = Array(#"{"kind":"invoice","installment":"none","number":"1","on":"2024-02-30"}"#.utf8)
            do {
                _ = try await test.workspace.previewFact(wrong, of: "A-1", by: officer)
                Issue.record("it was not refused")
            } catch {
                guard case OperationError.invalid(let problems) = error else { throw error }
                #expect(Set(problems.list.map(\.pointer)) == ["/installment", "/on", "/amount"])
            }
        }
    }
}
