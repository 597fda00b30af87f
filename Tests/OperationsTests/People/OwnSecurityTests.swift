import Passwords
import Postgres
import Storage
import Testing
import Values

@testable import Operations

/// What people do about their own sessions and password.
@Suite struct OwnSecurityTests {
    @Test func oneSeesAndEndsOnesOwnSessions() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let workspace = test.workspace
            _ = try await people.caller("finance", from: "10.0.0.7")
            let first = try await people.caller("head", from: "10.0.0.1")
            test.advance(seconds: 600)
            let second = try await people.caller("head", from: "10.0.0.2")
            let sessions = try await workspace.ownSessions(by: second)
            #expect(sessions.map(\.address) == ["10.0.0.2", "10.0.0.1"] && sessions.map(\.isCurrent) == [true, false])
            #expect(sessions[0].lastUsedAt == test.now && sessions[1].openedAt < test.now)
            let foreign = try #require(
                try await workspace.ownSessions(by: try await people.caller("finance", from: "10.0.0.8")).first)
            for id in [foreign.id, 0, .max] {
                #expect(
                    try await People.code { try await workspace.endOwnSession(id, by: second) } == "unknown-session")
            }
            try await workspace.endOwnSession(sessions[1].id, by: second)
            #expect(try await People.code { _ = try await workspace.authenticate(first) } == "not-authenticated")
            #expect(
                try await People.code { try await workspace.endOwnSession(sessions[1].id, by: second) }
                    == "unknown-session")
            let third = try await people.caller("head")
            #expect(try await workspace.endOtherSessions(by: third) == 1)
            #expect(try await workspace.ownSessions(by: third).map(\.isCurrent) == [true])
            // One that is over by itself is none.
            let fourth = try await people.caller("head")
            test.advance(seconds: 1790)
            _ = try await workspace.authenticate(fourth)
            test.advance(seconds: 20)
            #expect(try await workspace.ownSessions(by: fourth).count == 1)
        }
    }

    @Test func oneChangesOnesPasswordWithTheOldOne() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let workspace = test.workspace
            let (caller, other) = (try await people.caller("head"), try await people.caller("head"))
            let new = Password("another password")
            func change(_ old: Password, _ new: Password) async throws -> String? {
                try await People.code { try await workspace.changePassword(from: old, to: new, by: caller) }
            }
            #expect(try await change(People.wrong, new) == "confirmation-failed")
            #expect(try await change(People.password, Password("short")) == "password-not-allowed")
            for text in ["qwertyuiop123", "head-head-head", "Tranche-2026!", "眉山市政务服务局2026"] {
                #expect(try await change(People.password, Password(text)) == "password-guessable", "\(text)")
            }
            #expect(try await workspace.authenticate(other).name == "head")
            #expect(try await change(People.password, new) == nil)
            #expect(try await workspace.authenticate(caller).name == "head")
            #expect(try await People.code { _ = try await workspace.authenticate(other) } == "not-authenticated")
            #expect(try await People.code { _ = try await people.logIn("head") } == "log-in-failed")
            _ = try await people.logIn("head", new)
            let log = try await workspace.database.accessLog().filter { $0.action == "change-password" }
            #expect(log.filter { !$0.isDone }.map(\.detail) == ["wrong-password"])
            #expect(log.filter(\.isDone).count == 1)
        }
    }

    @Test func administratorsSetNoPasswordThatIsGuessed() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let workspace = test.workspace
            #expect(
                try await People.code { try await workspace.setPassword(Password("finance-2026!"), of: "finance") }
                    == "password-guessable")
            #expect(
                try await People.code {
                    _ = try await workspace.createAccount(
                        "new", displayName: "王小明", department: "眉山市政务服务局", password: Password("王小明王小明2026年年"))
                } == "password-guessable")
            #expect(try await !workspace.accounts().contains { $0.actor.name == "new" })
            _ = try await people.logIn("finance")
        }
    }

    @Test func whatEndedLongAgoIsRemovedAndNothingElse() async throws {
        try await TestWorkspace.lend(today: "2024-06-03") { (test) async throws in
            let people = try await People(test)
            let workspace = test.workspace
            try await workspace.logOut(try await people.logIn("head"))
            _ = try await People.code { _ = try await people.logIn("head", People.wrong) }
            #expect(try await workspace.prune() == Pruned(sessions: 0, counters: 0))
            test.advance(seconds: 90 * 86_400)
            let live = try await people.caller("finance", from: "10.0.0.4")
            // The attempts of long ago went with the log-in; what it left of its own address stays.
            #expect(try await workspace.prune() == Pruned(sessions: 0, counters: 0))
            test.advance(seconds: 1)
            #expect(try await workspace.prune().sessions == 1)
            #expect(try await workspace.prune() == Pruned(sessions: 0, counters: 0))
            #expect(try await workspace.authenticate(live).name == "finance")
        }
    }

    @Test func manyAreRemovedInOneCall() async throws {
        try await TestWorkspace.lend(today: "2024-06-03") { (test) async throws in
            _ = try await People(test)
            let old: Query = """
                INSERT INTO session (token_hash, account, created_at, expires_at, last_used_at)
                SELECT sha256(number::text::bytea), (SELECT min(id) FROM account), '2023-01-01', '2023-01-02', '2023-01-01'
                FROM generate_series(1, 1200) AS number
                """
            let counters: Query = """
                INSERT INTO login_throttle SELECT sha256(number::text::bytea), 1, '2023-01-01', '2023-01-01'
                FROM generate_series(1, 700) AS number
                """
            try await test.asOwner { _ = try await $0.unit([old, counters]) }
            #expect(try await test.workspace.prune() == Pruned(sessions: 1200, counters: 700))
        }
    }
}
