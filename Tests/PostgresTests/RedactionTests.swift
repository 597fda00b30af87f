import Postgres
import Testing

@Suite struct RedactionTests {
    @Test func noFormOfAnErrorQuotesData() async throws {
        try await withDatabase { database in
            try await database.run("CREATE TABLE fact (number text PRIMARY KEY)")
            let insert: Statement = "INSERT INTO fact VALUES ($1)"
            try await database.run(insert(.text("secret-value")))
            let thrown = await failure { try await database.run(insert(.text("secret-value"))) }
            guard let thrown else {
                Issue.record("nothing thrown")
                return
            }
            var dumped = ""
            dump(thrown, to: &dumped)
            for text in ["\(thrown)", String(reflecting: thrown), dumped, thrown.description] {
                #expect(!text.contains("secret-value"))
                #expect(!text.contains("duplicate key"))
            }
            #expect("\(thrown)" == "statement 0 refused: SQLSTATE 23505 constraint fact_pkey table fact")
            #expect(thrown.debugText.contains("secret-value"))
        }
    }

    @Test func codesMatchAsPatterns() async throws {
        try await withDatabase { database in
            let thrown = await failure { try await database.run("SELECT 1/0") }
            switch thrown?.state {
            case .uniqueViolation?: Issue.record("wrong code")
            case "22012"?: break
            default: Issue.record("no match")
            }
            #expect(thrown?.state?.classCode == "22")
        }
    }
}
