import TestSupport
import Contracts
import JSON
import Payables
import Postgres
import Testing
import Values

@testable import Operations

/// The golden dossiers through the database: every one gives the statement that it gives without.
@Suite struct GoldenTests {
    private struct Case {
        let number: String
        let dossier: String
        let asOf: CalendarDay
    }

    /// Many cases share a contract: each gets a number, a supplier and a buyer of its own.
    private static func cases() throws -> [Case] {
        let lines = Fixtures.bytes("Tests/Fixtures/golden.ndjson").split(separator: UInt8(ascii: "\n"))
        var parser = JSONParser()
        return try lines.enumerated().map { index, line in
            let number = "G-\(index)"
            let parsed = Array(line).withUnsafeBufferPointer { buffer in
                parser.parse(buffer) { root -> (String, CalendarDay?) in
                    var output = TextOutput()
                    let dossier = root.member("dossier")
                    _ = dossier?.writeCanonical(to: &output)
                    let old = dossier?.member("contract")?.member("number")?.text ?? ""
                    let text = output.text.split(separator: #""number":"\#(old)""#, omittingEmptySubsequences: false)
                        .joined(separator: #""number":"\#(number)""#)
                    let parties = ["buyer", "supplier"].reduce(text) { text, party in
                        text.split(separator: #""\#(party)":""#, omittingEmptySubsequences: false)
                            .joined(separator: #""\#(party)":"\#(number) "#)
                    }
                    return (parties, CalendarDay(dossier?.member("asOf")?.text ?? ""))
                }
            }
            let (dossier, asOf) = try parsed.get()
            return Case(number: number, dossier: dossier, asOf: try #require(asOf))
        }
    }

    @Test func statementsFromTheDatabaseAreThoseOfTheDossiers() async throws {
        let cases = try Self.cases()
        #expect(cases.count == 216)
        try await TestWorkspace.lend { (test) async throws in
            let results = try await test.importing(cases.map(\.dossier))
            for result in results { if case .registered = result.outcome { continue } else { Issue.record("\(result)") } }
            for one in cases {
                let answer = try await test.workspace.statement(of: one.number, asOf: one.asOf)
                var expected = TextOutput()
                expected.write(try statement(of: .read(Array(one.dossier.utf8))))
                var found = TextOutput()
                found.write(answer.statement)
                #expect(found.text == expected.text, "\(one.number)")
            }
        }
    }

    @Test func aRebuildGivesTheSameRows() async throws {
        let cases = try Self.cases()
        for today in ["2022-03-01", "2099-01-01"] {
            try await TestWorkspace.lend(today: today) { (test) async throws in
                try await test.importing(cases.map(\.dossier))
                let before = try await test.dump()
                #expect(try await test.workspace.rebuild() == RebuildSummary(contracts: 216))
                #expect(try await test.dump() == before, "\(today)")
                // From rows that are wrong, missing and too many.
                try await test.asOwner { database in
                    _ = try await database.unit([
                        "DELETE FROM contract WHERE number < 'G-2'",
                        "DELETE FROM payment WHERE contract LIKE '%3'",
                        "UPDATE installment_position SET payable_fen = payable_fen + 1, outstanding_fen = outstanding_fen + 1",
                        "UPDATE contract SET title = 'x', next_due_on = NULL, version = 9",
                        "INSERT INTO assessment_result (contract, assessment, label, score, assessed_on, deduction_fen, settled, position, buyer, state, outstanding_fen) SELECT number, 'none', 'l', 1, '2024-01-01', 0, true, 0, 'b', 'settled', 0 FROM contract",
                    ])
                }
                #expect(try await test.workspace.rebuild().failures.isEmpty)
                #expect(try await test.dump() == before, "\(today)")
            }
        }
    }
}
