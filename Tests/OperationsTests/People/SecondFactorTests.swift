import IdentitySupport
import Passwords
import Postgres
import Storage
import Testing
import Values

@testable import Operations

@Suite struct SecondFactorTests {
    @Test func isEnrolledWithAConfirmationAndAFirstCode() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let workspace = test.workspace
            let (caller, other) = (try await people.caller("head"), try await people.caller("head"))
            #expect(
                try await People.code { _ = try await workspace.beginSecondFactor(nil, by: caller) }
                    == "confirmation-required")
            #expect(
                try await People.code { try await workspace.completeSecondFactor("123456", by: caller) }
                    == "confirmation-failed")
            let confirmation = try await workspace.confirm(.password(People.password), by: caller)
            let abandoned = try await workspace.beginSecondFactor(confirmation, by: caller)
            let begun = try await workspace.beginSecondFactor(confirmation, by: caller)
            let app = Authenticator(base32: begun.secret)
            #expect(begun.uri.contains("secret=\(begun.secret)&") && begun.secret != abandoned.secret)
            // What is only begun is not asked for, and the abandoned secret is worthless.
            _ = try await people.logIn("head")
            #expect(try await workspace.ownSecondFactor(by: caller) == nil)
            let code = Authenticator(base32: abandoned.secret).code(test.now)
            if code != app.code(test.now) {
                #expect(
                    try await People.code { try await workspace.completeSecondFactor(code, by: caller) }
                        == "confirmation-failed")
            }
            try await workspace.completeSecondFactor(app.code(test.now), by: caller)
            #expect(try await workspace.ownSecondFactor(by: caller) == test.now)
            // Other sessions end; a thief's would go on without the factor.
            #expect(try await People.code { _ = try await workspace.authenticate(other) } == "not-authenticated")
            #expect(
                try await People.code { _ = try await workspace.beginSecondFactor(confirmation, by: caller) }
                    == "confirmation-required")
        }
    }

    @Test func theFirstCodeMustComeInTenMinutes() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let caller = try await people.caller("head")
            let confirmation = try await test.workspace.confirm(.password(People.password), by: caller)
            let begun = try await test.workspace.beginSecondFactor(confirmation, by: caller)
            #expect(begun.expiresAt.microseconds == test.now.microseconds + 600_000_000)
            test.advance(seconds: 601)
            let code = Authenticator(base32: begun.secret).code(test.now)
            #expect(
                try await People.code { try await test.workspace.completeSecondFactor(code, by: caller) }
                    == "confirmation-failed")
        }
    }

    @Test func isAskedForAtLogInAndTellsNothingAboutWrongPasswords() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let app = try await people.enrol(try await people.caller("head"), test)
            func logIn(_ password: Password, _ code: String?) async throws -> String? {
                try await People.code {
                    _ = try await test.workspace.logIn("head", password: password, code: code, from: "10.0.0.9")
                }
            }
            #expect(try await logIn(People.wrong, nil) == "log-in-failed")
            #expect(try await logIn(People.wrong, app.code(test.now)) == "log-in-failed")
            #expect(try await logIn(People.password, nil) == "second-factor-required")
            #expect(try await logIn(People.password, app.wrong(test.now)) == "log-in-failed")
            #expect(try await logIn(People.password, app.code(test.now)) == nil)
            // A code is good once, and none before it is any more.
            #expect(try await logIn(People.password, app.code(test.now)) == "log-in-failed")
            #expect(try await logIn(People.password, app.code(test.now, later: -1)) == "log-in-failed")
            #expect(try await logIn(People.password, app.code(test.now, later: 1)) == nil)
            // A code is no password, and nobody else needs one.
            #expect(try await logIn(Password(app.code(test.now)), app.code(test.now)) == "log-in-failed")
            _ = try await test.workspace.logIn("finance", password: People.password, code: "1", from: "10.0.0.9")
            let log = try await test.workspace.database.accessLog().filter {
                $0.action == "log-in" && $0.address == "10.0.0.9"
            }
            #expect(
                log.map(\.detail) == [
                    "wrong-password", "wrong-password", "code-missing", "wrong-code", "password and code", "used-code",
                    "used-code", "password and code", "wrong-password", "password",
                ])
        }
    }

    /// Half log-ins are counted by name until one succeeds; the address they came from is not worn out by them.
    @Test func attemptsWithoutACodeAreCounted() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let app = try await people.enrol(try await people.caller("head"), test)
            func logIn(_ code: String?) async throws -> String? {
                try await People.code {
                    _ = try await test.workspace.logIn("head", password: People.password, code: code, from: "office")
                }
            }
            for _ in 1...40 {
                #expect(try await logIn(nil) == "second-factor-required")
                #expect(try await logIn(app.code(test.now)) == nil)
                test.advance(seconds: 60)
            }
            for _ in 1...5 { #expect(try await logIn(app.wrong(test.now)) == "log-in-failed") }
            #expect(try await logIn(app.code(test.now)) == "too-many-attempts")
        }
    }

    @Test func ofManyUsesOfOneCodeAtOnceOneSucceeds() async throws {
        try await TestWorkspace.lend(connections: 8) { (test) async throws in
            let people = try await People(test)
            let caller = try await people.caller("head")
            let app = try await people.enrol(caller, test)
            let code = app.code(test.now)
            let outcomes = try await withThrowingTaskGroup(of: String?.self) { group in
                for number in 0..<4 {
                    group.addTask {
                        try await People.code {
                            if number.isMultiple(of: 2) {
                                _ = try await test.workspace.confirm(.code(code), by: caller)
                            } else {
                                _ = try await test.workspace.logIn(
                                    "head", password: People.password, code: code, from: "")
                            }
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.filter { $0 == nil }.count == 1, "\(outcomes)")
        }
    }

    @Test func aPasswordAloneConfirmsNothingAnyMore() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let caller = try await people.caller("head")
            let app = try await people.enrol(caller, test)
            func confirm(_ proof: Proof) async throws -> String? {
                try await People.code { _ = try await test.workspace.confirm(proof, by: caller) }
            }
            for _ in 1...7 { #expect(try await confirm(.password(People.password)) == "second-factor-required") }
            #expect(try await confirm(.code(app.wrong(test.now))) == "confirmation-failed")
            #expect(try await confirm(.code(app.code(test.now))) == nil)
            #expect(try await confirm(.code(app.code(test.now))) == "confirmation-failed")
            // Somebody else's code, and a code of who has no factor.
            test.advance(seconds: 60)
            let finance = try await people.caller("finance")
            #expect(
                try await People.code {
                    _ = try await test.workspace.confirm(.code(app.code(test.now)), by: finance)
                } == "confirmation-failed")
        }
    }

    @Test func isRemovedWithACodeAndResetByAnotherAdministrator() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let workspace = test.workspace
            let (caller, admin) = (try await people.caller("head"), try await people.caller("admin"))
            let app = try await people.enrol(caller, test)
            #expect(
                try await People.code { try await workspace.removeSecondFactor(app.wrong(test.now), by: caller) }
                    == "confirmation-failed")
            try await workspace.removeSecondFactor(app.code(test.now), by: caller)
            #expect(try await workspace.ownSecondFactor(by: caller) == nil)
            let other = try await people.caller("head")
            _ = try await people.enrol(other, test)
            #expect(
                try await People.code { try await workspace.resetSecondFactor(of: "head", by: caller) }
                    == "not-authenticated")
            #expect(
                try await People.code { try await workspace.resetSecondFactor(of: "head", by: other) } == "forbidden")
            try await workspace.resetSecondFactor(of: "head", by: admin)
            #expect(try await People.code { _ = try await workspace.authenticate(other) } == "not-authenticated")
            _ = try await people.logIn("head")
            #expect(
                try await People.code { try await workspace.resetSecondFactor(of: "head", by: admin) }
                    == "second-factor-absent")
            _ = try await people.enrol(admin, test)
            #expect(
                try await People.code { try await workspace.resetSecondFactor(of: "admin", by: admin) }
                    == "own-account")
            let log = try await workspace.database.accessLog().filter { $0.action == "reset-second-factor" }
            #expect(log.map(\.detail) == ["forbidden", "", "own-account"])
        }
    }

    /// A thief of the database has no secret, and one who copies a sealed secret of their own into another row neither.
    @Test func theSecretIsSealedForItsAccount() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let app = try await people.enrol(try await people.caller("head"), test)
            let digits = app.secret.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            let dump = try await test.dumpAll().joined()
            #expect(!dump.contains(digits) && !dump.contains(app.secret.base32) && dump.contains("second_factor"))
            let copy: Query = """
                INSERT INTO second_factor SELECT a.id, f.sealed_secret, f.begun_at, f.enrolled_at, 0
                FROM second_factor f, account a WHERE a.name = 'finance'
                """
            try await test.asOwner { _ = try await $0.unit([copy]) }
            #expect(
                try await People.code {
                    _ = try await test.workspace.logIn(
                        "finance", password: People.password, code: app.code(test.now), from: "")
                } == "second-factor-unavailable")
        }
    }

    @Test func withoutItsKeyNothingOpens() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let caller = try await people.caller("head")
            let app = try await people.enrol(caller, test)
            let keyless = Workspace(
                test.workspace.database, effects: test.workspace.effects, passwords: test.workspace.passwords)
            #expect(
                try await People.code { _ = try await keyless.confirm(.code(app.code(test.now)), by: caller) }
                    == "second-factor-unavailable")
            #expect(
                try await People.code { _ = try await keyless.logIn("head", password: People.wrong, from: "") }
                    == "log-in-failed")
            let confirmation = try await keyless.confirm(
                .password(People.password), by: try await people.caller("finance"))
            let finance = try await people.caller("finance")
            #expect(
                try await People.code { _ = try await keyless.beginSecondFactor(confirmation, by: finance) }
                    == "second-factor-unavailable")
        }
    }
}
