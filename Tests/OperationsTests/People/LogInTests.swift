import Passwords
import Storage
import Testing
import Values

@testable import Operations

@Suite struct LogInTests {
    /// Tries once and tells the error's code; for tooManyAttempts with the seconds until it ends.
    private func attempt(
        _ test: TestWorkspace, _ name: String, _ password: Password = People.wrong, from address: String = "10.0.0.1"
    ) async throws -> String? {
        do throws(OperationError) {
            _ = try await test.workspace.logIn(name, password: password, from: address)
            return nil
        } catch {
            guard case .tooManyAttempts(let end) = error else { return error.code }
            return "wait \((end.microseconds - test.now.microseconds) / 1_000_000)"
        }
    }

    /// Unknown, known and disabled names, with everything that could tell them apart.
    @Test(arguments: [
        "head", "HEAD", "nobody", "disabled", "", "h\0ad", "'; DROP TABLE account; --",
        String(repeating: "h", count: 5000),
    ])
    func nobodyLearnsWhichNamesThereAre(name: String) async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            try await people.add("disabled")
            try await test.workspace.disableAccount("disabled")
            for _ in 1...5 { #expect(try await attempt(test, name) == "log-in-failed") }
            #expect(try await attempt(test, name) == "wait 30")
            #expect(try await attempt(test, name, People.password) == "wait 30")
        }
    }

    @Test func waitsTwiceAsLongAfterEachFurtherMistakeAndForgetsThemAll() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            for _ in 1...5 { #expect(try await attempt(test, "head") == "log-in-failed") }
            for seconds in [30, 60, 120, 240, 480, 900, 900] {
                #expect(try await attempt(test, "head", People.password) == "wait \(seconds)")
                test.advance(seconds: seconds - 1)
                #expect(try await attempt(test, "head", People.password) == "wait 1")
                test.advance(seconds: 1)
                #expect(
                    try await attempt(test, "head", from: "10.0.\(seconds).\(test.now.microseconds % 97)")
                        == "log-in-failed")
            }
            // Others are not kept out, and whoever waited and knows the password gets in and starts afresh.
            _ = try await people.logIn("finance", from: "10.9.9.9")
            test.advance(seconds: 900)
            _ = try await people.logIn("head", from: "10.9.9.9")
            for _ in 1...5 { #expect(try await attempt(test, "head", from: "10.9.9.9") == "log-in-failed") }
            #expect(try await attempt(test, "head", from: "10.9.9.9") == "wait 30")
            // A new password lets in at once.
            try await test.workspace.setPassword(People.password, of: "head")
            _ = try await people.logIn("head", from: "10.9.9.9")
        }
    }

    @Test func anAddressThatTriesManyNamesIsKeptOut() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            for number in 1...30 { #expect(try await attempt(test, "name\(number)", from: "bad") == "log-in-failed") }
            #expect(try await attempt(test, "head", People.password, from: "bad") == "wait 60")
            _ = try await people.logIn("head", from: "good")
            // An account of one's own buys no further guesses.
            test.advance(seconds: 60)
            _ = try await people.logIn("head", from: "bad")
            #expect(try await attempt(test, "name31", from: "bad") == "log-in-failed")
            #expect(try await attempt(test, "head", People.password, from: "bad") == "wait 120")
            // After a day all is forgotten.
            test.advance(seconds: 86_401)
            for number in 1...30 { #expect(try await attempt(test, "other\(number)", from: "bad") == "log-in-failed") }
        }
    }

    @Test func ofManyAttemptsAtOnceOnlyTheFreeOnesAreLookedAt() async throws {
        try await TestWorkspace.lend(connections: 8) { (test) async throws in
            _ = try await People(test)
            let outcomes = try await withThrowingTaskGroup(of: String?.self) { group in
                for number in 0..<40 { group.addTask { try await attempt(test, "head", from: "10.1.1.\(number)") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.filter { $0 == "log-in-failed" }.count == 5)
            #expect(outcomes.filter { $0 == "wait 30" }.count == 35)
        }
    }

    @Test func logInsAreLoggedAndRefusalsWithoutTheNameTried() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            _ = try await attempt(test, "Head")
            _ = try await attempt(test, "my-password-in-the-wrong-field")
            _ = try await people.logIn("head", from: "10.0.0.2")
            let all = try await test.workspace.database.accessLog().filter { $0.action == "log-in" }
            #expect(all.filter(\.isDone).map(\.detail) == ["password"])
            let log = all.filter { !$0.isDone }
            #expect(log.map(\.actor) == ["head", ""])
            #expect(log.map(\.detail) == ["wrong-password", "unknown-name"])
            #expect(log.allSatisfy { $0.address == "10.0.0.1" && !$0.isDone })
            let dump = try await test.dumpAll().joined()
            #expect(!dump.contains("my-password") && !dump.contains("wrong horse"))
        }
    }

    @Test func aHashOfAnotherCostIsMadeAnew() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let dearer = PasswordHasher(cost: PasswordCost(memory: 16 << 10, passes: 1))
            let other = Workspace(test.workspace.database, effects: test.workspace.effects, passwords: dearer)
            _ = try await other.logIn("head", password: People.password, from: "")
            let hashes = try await test.dump(["account"]).filter { $0.contains("$m=16,t=1,p=1$") }
            #expect(hashes.count == 1)
            _ = try await people.logIn("head")
        }
    }
}
