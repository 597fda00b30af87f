import IdentitySupport
import Passwords
import Postgres
import Storage
import Testing
import Values

@testable import Operations

@Suite struct ConfirmTests {
    /// Whether a confirmation is taken for an act of the caller, as the error's code; nil where it is.
    private func refusal(
        _ confirmation: Operations.Confirmation?, _ caller: Caller, _ test: TestWorkspace
    ) async throws -> String? {
        let workspace = test.workspace
        return try await People.code {
            try await workspace.database.withTransaction { session in
                var answers = try await session.unit(workspace.rights(of: caller))
                try workspace.require(confirmation, of: try workspace.authority(of: caller, &answers))
            }
        }
    }

    @Test func holdsForTwoMinutesAndForOneself() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let (head, finance) = (try await people.caller("head"), try await people.caller("finance"))
            let confirmation = try await test.workspace.confirm(.password(People.password), by: head)
            #expect(try await refusal(confirmation, head, test) == nil)
            #expect(try await refusal(confirmation, finance, test) == "confirmation-required")
            #expect(try await refusal(nil, head, test) == "confirmation-required")
            test.advance(seconds: 120)
            #expect(try await refusal(confirmation, head, test) == nil)
            test.advance(seconds: 1)
            #expect(try await refusal(confirmation, head, test) == "confirmation-required")
            // A clock that was put back makes nothing older valid again.
            test.advance(seconds: -200)
            #expect(try await refusal(confirmation, head, test) == "confirmation-required")
        }
    }

    /// Whatever changes the credentials voids what was proved with the old ones, at the very same moment.
    @Test(arguments: ["change", "set", "enrol", "reset"])
    func isVoidOnceTheCredentialsChange(how: String) async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let head = try await people.caller("head")
            let workspace = test.workspace
            let app = how == "reset" ? try await people.enrol(head, test) : nil
            let proof = app.map { Proof.code($0.code(test.now)) } ?? .password(People.password)
            let confirmation = try await workspace.confirm(proof, by: head)
            let account = Caller.account(try await workspace.authenticate(head).accountID)
            #expect(try await refusal(confirmation, account, test) == nil)
            switch how {
            case "change":
                try await workspace.changePassword(
                    from: People.password, to: Password("another password"), by: head)
            case "set": try await workspace.setPassword(Password("another password"), of: "head")
            case "enrol": _ = try await people.enrol(head, test)
            default: try await workspace.resetSecondFactor(of: "head")
            }
            #expect(try await refusal(confirmation, account, test) == "confirmation-required")
        }
    }

    @Test func wrongProofsCountLikeFailedLogInsAndAreLogged() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let (one, other) = (try await people.caller("head"), try await people.caller("head"))
            func attempt(_ caller: Caller, _ password: Password) async throws -> String? {
                try await People.code { _ = try await test.workspace.confirm(.password(password), by: caller) }
            }
            for _ in 1...4 { #expect(try await attempt(one, People.wrong) == "confirmation-failed") }
            #expect(try await People.code { _ = try await people.logIn("head", People.wrong) } == "log-in-failed")
            for caller in [one, other] { #expect(try await attempt(caller, People.password) == "too-many-attempts") }
            #expect(try await People.code { _ = try await people.logIn("head") } == "too-many-attempts")
            test.advance(seconds: 30)
            // The fifth wrong proof of a session is its last, whatever the lock-out says; the other one goes on.
            #expect(try await attempt(one, People.wrong) == "confirmation-failed")
            #expect(try await attempt(one, People.password) == "not-authenticated")
            test.advance(seconds: 60)
            #expect(try await attempt(other, People.password) == nil)
            // A right proof forgets the wrong ones.
            for _ in 1...4 { #expect(try await attempt(other, People.wrong) == "confirmation-failed") }
            #expect(try await attempt(other, People.password) == nil)
            #expect(try await attempt(other, People.wrong) == "confirmation-failed")
            #expect(try await attempt(other, People.password) == nil)
            let log = try await test.workspace.database.accessLog().filter { $0.action == "confirm" }
            #expect(log.filter { !$0.isDone }.count == 10 && log.filter(\.isDone).count == 3)
            #expect(log.allSatisfy { $0.actor == "head" && $0.address == "10.0.0.1" })
            #expect(Set(log.map(\.detail)) == ["password", "wrong-password"])
        }
    }

    @Test func manyGuessesAtOnceAreCountedTooAndEndTheSession() async throws {
        try await TestWorkspace.lend(connections: 8) { (test) async throws in
            let people = try await People(test)
            let caller = try await people.caller("head")
            let outcomes = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<30 {
                    group.addTask {
                        try await People.code {
                            _ = try await test.workspace.confirm(.password(People.wrong), by: caller)
                        }
                    }
                }
                return try await group.reduce(into: [:]) { $0[$1 ?? "", default: 0] += 1 }
            }
            #expect(outcomes["confirmation-failed"] == 5 && outcomes[""] == nil, "\(outcomes)")
            #expect(
                try await People.code { _ = try await test.workspace.authenticate(caller) } == "not-authenticated")
        }
    }

    @Test func theConsoleAndProgramsProveNothing() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let token = try await test.workspace.issueToken(for: "head", label: "export").text
            for caller in [Caller.console, Caller(token: token)] {
                #expect(
                    try await People.code {
                        _ = try await test.workspace.confirm(.password(People.password), by: caller)
                    } == "not-authenticated")
                #expect(
                    try await People.code { _ = try await test.workspace.ownSessions(by: caller) }
                        == "not-authenticated")
            }
            // Where the console acts itself, no confirmation is asked for.
            #expect(try await refusal(nil, .console, test) == nil)
            #expect(try await refusal(nil, try await people.caller("head"), test) == "confirmation-required")
        }
    }

    /// A new password is waited for, and what was proved before with the old one fails.
    @Test func aPasswordThatIsChangedWhileItIsLookedAtProvesNothing() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let caller = try await people.caller("head")
            let code = try await People.code {
                try await test.workspace.proving(.confirm, by: caller) { _, _ in
                    let hash = try await test.workspace.passwordHash(Password("another password"))
                    try await test.workspace.database.withTransaction { session in
                        let account = try await session.lockAccount(named: "head")
                        try await session.setPasswordHash(
                            hash, of: account?.id ?? 0, keeping: caller.sessionHash, at: test.now.microseconds)
                    }
                    return .password
                } acting: { _, _ in
                }
            }
            #expect(code == "confirmation-failed")
        }
    }
}

extension Workspace {
    /// Who a caller is, by the rights of this moment.
    func authenticate(_ caller: Caller) async throws -> Actor {
        var answers = try await database.unit(rights(of: caller))
        guard let actor = try authority(of: caller, &answers).actor else { throw OperationError.notAuthenticated }
        return actor
    }
}
