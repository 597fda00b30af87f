import Contracts
import Payables
import Testing
import Values

@testable import Operations

/// Questions with facts that nobody recorded.
@Suite struct WhatIfTests {
    @Test func theFactsOfTheQuestionCount() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier()])
            let before = try await test.dump()
            let question = #"{"facts":[{"kind":"event","event":"accepted","on":"2024-05-01"}],"asOf":"2024-05-02"}"#
            let answer = try await test.workspace.whatIf(Array(question.utf8), of: "A-1", by: .console)
            #expect(answer.statement.payableNow.description == "600.00")
            #expect(answer.statement.dossier.asOf == CalendarDay("2024-05-02"))
            #expect(try await test.dump() == before)
        }
    }

    @Test func whatIsWrongWithItIsTold() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier()])
            let question = #"{"facts":[{"kind":"event","event":"accepted","on":"2024-02-30"}],"asOf":"x","more":1}"#
            await #expect(throws: OperationError.self) {
                _ = try await test.workspace.whatIf(Array(question.utf8), of: "A-1", by: .console)
            }
            let one = #"{"facts":[{"kind":"event","event":"accepted","on":"2024-02-30"}]}"#
            do {
                _ = try await test.workspace.whatIf(Array(one.utf8), of: "A-1", by: .console)
                Issue.record("a day that is none")
            } catch {
                guard case OperationError.invalid(let problems) = error else { throw error }
                #expect(problems.list.map(\.pointer) == ["/facts/0/on"])
            }
        }
    }
}
