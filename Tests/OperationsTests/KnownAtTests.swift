import Contracts
import Payables
import Testing
import Values

@testable import Operations

@Suite struct KnownAtTests {
    @Test func statementsComeOutAsTheyWereAskedAndKnown() async throws {
        try await TestWorkspace.lend(today: "2024-02-15") { (test) async throws in
            func text(_ asOf: String? = nil, _ knownAt: String? = nil) async throws -> String {
                let answer = try await test.workspace.statement(
                    of: "A-1", asOf: asOf.flatMap { CalendarDay($0) }, knownAt: knownAt.flatMap { Instant($0) })
                var output = TextOutput()
                output.write(answer.statement)
                return output.text
            }
            try await test.importing([SmallContract.dossier()])
            let early = try await text("2024-02-15")
            #expect(try await text() == early)
            test.setToday("2024-03-01")
            // Recorded in March, happened in January.
            let paid = Array(SmallContract.paid(nil, "400.00", on: "2024-01-31").utf8)
            _ = try await test.workspace.recordFact(paid, of: "A-1")
            let later = try await text("2024-02-15")
            #expect(later != early)
            #expect(try await text("2024-02-15", "2024-02-29T23:59:59+08:00") == early)
            #expect(try await text("2024-02-15", "2024-03-01T12:00:00+08:00") == later)
            #expect(try await text("2024-01-30") != later)
            await #expect(throws: OperationError.notKnownThen(number: "A-1")) {
                _ = try await text(nil, "2024-02-15T11:59:59+08:00")
            }
            let version = try await test.workspace.statement(of: "A-1", knownAt: Instant("2024-02-20T00:00:00Z"))
                .version
            #expect(version == 2)
        }
    }

    @Test func theExportedDossierGivesTheStatementAndCanBeImportedAgain() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let facts = [SmallContract.signed, SmallContract.invoice("i", "N1"), SmallContract.paid("p", "1.00")]
            try await test.importing([SmallContract.dossier(calendar: #""weekends""#, facts: facts)])
            let answer = try await test.workspace.statement(of: "A-1", asOf: CalendarDay("2024-02-02"))
            var expected = TextOutput()
            expected.write(answer.statement)
            var again = TextOutput()
            again.write(try statement(of: .read(answer.dossier)))
            #expect(again.text == expected.text)
            #expect(
                try await test.importing([String(decoding: answer.dossier, as: UTF8.self)]).map(\.outcome) == [
                    .unchanged
                ])
        }
    }

    @Test func aClockThatGoesBackDoesNotTakeTheJournalWithIt() async throws {
        try await TestWorkspace.lend(today: "2024-02-15") { (test) async throws in
            try await test.importing([SmallContract.dossier()])
            test.setToday("2024-02-14")
            let recorded = try await test.workspace.recordFact(Array(SmallContract.paid(nil, "1.00").utf8), of: "A-1")
            #expect(recorded.recordedAt == Instant("2024-02-15T12:00:00+08:00"))
        }
    }
}
