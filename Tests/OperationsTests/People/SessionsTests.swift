import Passwords
import Postgres
import Testing
import Values

@testable import Operations

@Suite struct SessionsTests {
    @Test func sessionsEndByTimeByLoggingOutAndByTheAdmin() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let workspace = test.workspace
            let (first, second, third) = (
                try await people.logIn("head"), try await people.logIn("head"), try await people.logIn("finance")
            )
            try await workspace.logOut(first)
            try await workspace.logOut(first)
            try await workspace.logOut("nonsense")
            #expect(try await People.code { _ = try await workspace.authenticate(first) } == "not-authenticated")
            #expect(try await workspace.authenticate(second).name == "head")
            #expect(try await workspace.revokeSessions(of: "head") == 1)
            #expect(try await workspace.revokeSessions(of: "head") == 0)
            #expect(try await People.code { _ = try await workspace.authenticate(second) } == "not-authenticated")
            for _ in 1...24 {
                #expect(try await workspace.authenticate(third).name == "finance")
                test.advance(seconds: 1799)
            }
            #expect(try await workspace.authenticate(third).name == "finance")
            test.advance(seconds: 24)
            #expect(try await People.code { _ = try await workspace.authenticate(third) } == "not-authenticated")
        }
    }

    @Test func aSessionThatNobodyUsesIsOver() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let token = try await people.logIn("head")
            test.advance(seconds: 1799)
            #expect(try await test.workspace.authenticate(token).name == "head")
            test.advance(seconds: 1800)
            #expect(
                try await People.code { _ = try await test.workspace.authenticate(token) } == "not-authenticated")
        }
    }

    /// The row's place in the table changes with each write.
    @Test func aUseIsNotedOnceAMinute() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let token = try await People(test).logIn("head")
            func place() async throws -> [String] {
                let row: Query = "SELECT ctid::text || last_used_at::text FROM session"
                return try await test.asOwner { database in
                    try await database.query(row).map { row throws(PostgresError) in try row.text(0) }
                }
            }
            let first = try await place()
            for _ in 1...3 {
                test.advance(seconds: 19)
                _ = try await test.workspace.authenticate(token)
            }
            #expect(try await place() == first)
            test.advance(seconds: 3)
            _ = try await test.workspace.authenticate(token)
            let second = try await place()
            #expect(second != first)
            _ = try await test.workspace.authenticate(token)
            #expect(try await place() == second)
        }
    }

    @Test(arguments: [
        "", "x", "trs_" + String(repeating: "A", count: 43), "trt_" + String(repeating: "A", count: 43), "trs_\0",
    ])
    func whatIsNoTokenOpensNothing(text: String) async throws {
        try await TestWorkspace.lend { (test) async throws in
            #expect(try await People.code { _ = try await test.workspace.authenticate(text) } == "not-authenticated")
        }
    }

    @Test func aDisabledAccountMayDoNothing() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let workspace = test.workspace
            let session = try await people.logIn("head")
            let token = try await workspace.issueToken(for: "head", label: "export").text
            try await workspace.disableAccount("head")
            for secret in [session, token] {
                #expect(try await People.code { _ = try await workspace.authenticate(secret) } == "not-authenticated")
            }
            #expect(try await People.code { _ = try await people.logIn("head") } == "log-in-failed")
            try await workspace.enableAccount("head")
            #expect(try await People.code { _ = try await workspace.authenticate(session) } == "not-authenticated")
            #expect(try await workspace.authenticate(token).name == "head")
            _ = try await people.logIn("head")
        }
    }

    @Test func aNewPasswordEndsTheSessionsAndTheOldPassword() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let session = try await people.logIn("head")
            try await test.workspace.setPassword(Password("another password"), of: "HEAD")
            #expect(
                try await People.code { _ = try await test.workspace.authenticate(session) } == "not-authenticated")
            #expect(try await People.code { _ = try await people.logIn("head") } == "log-in-failed")
            _ = try await people.logIn("head", Password("another password"))
        }
    }

    @Test func tokensEndByTimeAndByRevocation() async throws {
        try await TestWorkspace.lend(today: "2024-06-03") { (test) async throws in
            _ = try await People(test)
            let workspace = test.workspace
            let first = try await workspace.issueToken(for: "auditor", label: "export", days: 2)
            let second = try await workspace.issueToken(for: "finance", label: "import")
            #expect(try await workspace.authenticate(first.text).roles == [.auditor])
            let listed = try await workspace.tokens(of: "AUDITOR")
            #expect(listed.map(\.label) == ["export"] && listed.first?.lastUsedOn == CalendarDay("2024-06-03"))
            #expect(try await workspace.tokens().map(\.lastUsedOn) == [CalendarDay("2024-06-03"), nil])
            test.advance(seconds: 2 * 86_400)
            #expect(try await People.code { _ = try await workspace.authenticate(first.text) } == "not-authenticated")
            #expect(try await workspace.authenticate(second.text).name == "finance")
            try await workspace.revokeToken(second.id)
            try await workspace.revokeToken(second.id)
            #expect(try await People.code { _ = try await workspace.authenticate(second.text) } == "not-authenticated")
            for days in [0, -1, 367, Int.max] {
                #expect(
                    try await People.code { _ = try await workspace.issueToken(for: "head", label: "x", days: days) }
                        == "expiry-not-allowed")
            }
            #expect(
                try await People.code { _ = try await workspace.issueToken(for: "head", label: "") }
                    == "label-not-allowed")
            #expect(
                try await People.code { _ = try await workspace.issueToken(for: "head", label: "x\0") }
                    == "null-character")
        }
    }

    /// Everything that the program hands out or is told once, looked for in every row of every table.
    @Test func noSecretIsStoredInClear() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            var secrets = ["correct horse battery", "wrong horse battery"]
            for role in Role.allCases {
                secrets.append(try await people.logIn(role.rawValue))
                secrets.append(try await test.workspace.issueToken(for: role.rawValue, label: "t").text)
                let made = Password.random()
                try await test.workspace.setPassword(made.password, of: role.rawValue)
                secrets.append(made.text)
                secrets.append(try await people.logIn(role.rawValue, made.password))
                _ = try await People.code { _ = try await people.logIn(role.rawValue, People.wrong) }
            }
            let lines = try await test.dumpAll()
            #expect(lines.count > 60)
            for secret in secrets {
                // bytea prints as hexadecimal.
                let digits = Array(secret.utf8).map { String($0, radix: 16) }.joined()
                #expect(
                    !lines.contains { $0.contains(secret) || $0.contains(secret.dropFirst(4)) || $0.contains(digits) })
            }
        }
    }
}
