import Contracts
import JSON
import Payables
import Testing
import Values

@testable import Operations

/// A contract before it is registered: what it would lead to is told, and nothing is written.
@Suite struct PreviewRegistrationTests {
    private static func body(_ change: (inout JSONDocument) -> Void = { _ in }) throws -> [UInt8] {
        var document = try JSONDocument(parsing: Array(SmallContract.dossier(facts: []).utf8))
        document["/facts"] = nil
        change(&document)
        return document.bytes
    }

    @Test func tellsTheStatementTheDaysAndWhatIsSuspicious() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let before = try await test.dump()
            let preview = try await test.workspace.previewRegistration(try Self.body(), by: .console)
            #expect(try await test.dump() == before)
            #expect(preview.statement.installments.map(\.gross.description) == ["400.00", "600.00"])
            // Both wait for events, so no day follows from the calendar.
            #expect(preview.days.map(\.dueOn) == [nil, nil])
            #expect(preview.findings.isEmpty && preview.curves.isEmpty && preview.conflicts.isEmpty)
            let dated = try await test.workspace.previewRegistration(
                try Self.body { $0["/contract/installments/0/when"] = .object(["date": .string("2024-02-01")]) },
                by: .console)
            #expect(
                dated.days[0].startsOn?.description == "2024-02-01" && dated.days[0].dueOn?.description == "2024-03-02")
        }
    }

    @Test func whatContradictsTheRegisterIsPartOfTheAnswer() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier()])
            let officer = try await test.person("wang", [.officer])
            let taken = try await test.workspace.previewRegistration(try Self.body(), by: officer)
            #expect(taken.conflicts.map(\.code) == [.contractRegistered])
            let foreign = try await test.workspace.previewRegistration(
                try Self.body {
                    $0["/contract/number"] = .string("A-2")
                    $0["/contract/buyer"] = .string("somebody else")
                }, by: officer)
            #expect(foreign.conflicts.map(\.pointer) == ["/contract/buyer"])
        }
    }

    @Test func refusesWhatRegisteringRefuses() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let head = try await test.person("zhao", [.head])
            await #expect(throws: OperationError.forbidden(.registerContracts)) {
                try await test.workspace.previewRegistration(try Self.body(), by: head)
            }
            let wrong = try Self.body {
                $0["/contract/price"] = .string("999.00")
                $0["/contract/signedOn"] = .string("2024-02-30")
            }
            do {
                _ = try await test.workspace.previewRegistration(wrong, by: .console)
                Issue.record("it was not refused")
            } catch {
                guard case OperationError.invalid(let problems) = error else { throw error }
                #expect(problems.list.contains { $0.pointer == "/contract/signedOn" })
            }
        }
    }
}
