import Payables
import Postgres
import Storage
import Testing
import Values

@testable import Operations

@Suite struct NextPaymentsTests {
    private func list(_ test: TestWorkspace, limit: Int? = nil) async throws -> [String] {
        var lines: [String] = []
        try await test.workspace.nextPayments(limit: limit) { next in
            lines.append("\(next.contract) \(next.installment) \(next.status) \(next.amount) \(next.dueOn?.description ?? "-") \(next.blockedBy)")
        }
        return lines
    }

    @Test func soonestFirstThenThoseWithoutADate() async throws {
        try await TestWorkspace.lend(today: "2024-02-01") { (test) async throws in
            try await test.importing([
                SmallContract.dossier("C", facts: []),
                SmallContract.dossier("B", facts: [SmallContract.event("s", "signed", on: "2024-01-02"), SmallContract.invoice("i", "N1")]),
                SmallContract.dossier("A", facts: [SmallContract.event("s", "signed", on: "2024-01-05")]),
                SmallContract.dossier("B2", facts: [SmallContract.event("s", "signed", on: "2024-01-02")]),
                SmallContract.dossier("D", facts: [
                    SmallContract.signed, SmallContract.paid("p", "400.00"), SmallContract.paid("q", "600.00", installment: "last"),
                ]),
            ])
            let all = [
                #"B first due 400.00 2024-02-01 []"#, #"B2 first blocked 400.00 2024-02-01 ["invoice"]"#,
                #"A first blocked 400.00 2024-02-04 ["invoice"]"#, #"C first blocked 400.00 - ["when", "invoice"]"#,
            ]
            #expect(try await list(test) == all)
            #expect(try await list(test, limit: 2) == Array(all.prefix(2)))
            #expect(try await list(test, limit: 0) == [])
        }
    }

    @Test func figuresOfAnotherDayAreComputedAfresh() async throws {
        try await TestWorkspace.lend(today: "2024-02-01") { (test) async throws in
            let facts = [SmallContract.signed, SmallContract.invoice("i", "N1")]
            try await test.importing([SmallContract.dossier(facts: facts)])
            #expect(try await list(test) == ["A-1 first due 400.00 2024-02-09 []"])
            test.setToday("2024-02-09")
            #expect(try await list(test) == ["A-1 first due 400.00 2024-02-09 []"])
            test.setToday("2024-02-10")
            #expect(try await list(test) == ["A-1 first overdue 400.00 2024-02-09 []"])
            let before = try await test.dump()
            #expect(before.contains { $0.hasPrefix("contract") && $0.contains("2024-02-10") })
            _ = try await list(test)
            #expect(try await test.dump() == before)
        }
    }

    @Test func pagesAreJoinedWithoutGapsOrRepeats() async throws {
        try await TestWorkspace.lend(today: "2024-02-01") { (test) async throws in
            // 2,300 contracts with few different days, so that pages end amid equal days.
            let dossiers = (0..<2300).map { number in
                let day = "2024-01-0\(number % 7 + 1)"
                return SmallContract.dossier("N-\(number)", facts: number % 5 == 0 ? [] : [SmallContract.event("s", "signed", on: day)])
            }
            try await test.importing(dossiers)
            let lines = try await list(test)
            #expect(lines.count == 2300)
            #expect(Set(lines).count == 2300)
            let keys = lines.map { line in
                let words = line.split(separator: " ")
                return [words[4] == "-" ? "9999" : String(words[4]), String(words[0])]
            }
            #expect(zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
        }
    }

    @Test func aPageIsReadFromTheIndexWithoutSorting() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing((0..<600).map { SmallContract.dossier("N-\($0)") })
            let plan = try await test.asOwner { database in
                _ = try await database.query("ANALYZE contract")
                let sql = Session.nextPageStatement.text.replacing("$1", with: "'2024-01-01'").replacing("$2", with: "'N'")
                    .replacing("$3", with: "50")
                return try await database.query(Query(Statement(text: "EXPLAIN " + sql)))
                    .map { row throws(PostgresError) in try row.text(0) }.joined(separator: "\n")
            }
            #expect(plan.contains("Index Scan using contract_next_payment"), "\(plan)")
            #expect(!plan.contains("Sort"), "\(plan)")
        }
    }
}
