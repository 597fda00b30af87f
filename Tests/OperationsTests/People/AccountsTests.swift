import Passwords
import Storage
import Testing

@testable import Operations

@Suite struct AccountsTests {
    @Test func anAccountLogsInAndIsWhoItIs() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let actor = try await test.workspace.authenticate(try await people.logIn("OFFICER"))
            #expect(actor.name == "officer" && actor.department.name == "眉山市政务服务局" && actor.roles == [.officer])
            #expect(actor.may(.raiseRequests) && !actor.may(.approveAsHead) && !actor.may(.manageAccounts))
            #expect(actor.sees(actor.department.id) && !actor.sees(actor.department.id + 1))
        }
    }

    /// Whatever reads the same is the same name; whatever only looks the same is none.
    @Test(arguments: [
        ("Wang", "account-name-taken"), ("ＷＡＮＧ", "account-name-taken"), ("wang\u{200B}", "account-name-not-allowed"),
        ("w\u{430}ng", "account-name-not-allowed"), ("wang ", "account-name-not-allowed"),
        ("", "account-name-not-allowed"),
        ("w\0ng", "null-character"), ("wäng", "account-name-not-allowed"), ("-wang", "account-name-not-allowed"),
        (String(repeating: "w", count: 201), "account-name-not-allowed"), ("王小明", nil), ("wang.2@ms", nil),
        ("\u{212A}ai", nil),
    ])
    func names(name: String, refusal: String?) async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            try await people.add("wang")
            #expect(try await People.code { try await people.add(name) } == refusal)
            if refusal == nil { #expect(try await People.code { try await people.add(name) } == "account-name-taken") }
        }
    }

    @Test(arguments: [
        ("眉山局", "department-name-taken"), ("A\u{30A}局", nil), ("", "department-name-not-allowed"),
        ("局\u{202E}", "department-name-not-allowed"), ("局\n", "department-name-not-allowed"),
        (" 局", "department-name-not-allowed"),
        ("局\0", "null-character"),
    ])
    func departments(name: String, refusal: String?) async throws {
        try await TestWorkspace.lend { (test) async throws in
            _ = try await test.workspace.createDepartment("眉山局")
            #expect(try await People.code { _ = try await test.workspace.createDepartment(name) } == refusal)
            if refusal == nil {
                // Composed and decomposed letters are one name.
                #expect(
                    try await People.code { _ = try await test.workspace.createDepartment("\u{C5}局") }
                        == "department-name-taken")
            }
            #expect(try await test.workspace.departments().count == (refusal == nil ? 2 : 1))
        }
    }

    @Test func rolesChangeAtOnceInOpenSessionsToo() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let other = try await test.workspace.createDepartment("其他局")
            let token = try await people.logIn("auditor")
            #expect(try await !test.workspace.authenticate(token).sees(other.id))
            _ = try await test.workspace.setRoles([.auditor], auditing: .named(["其他局"]), of: "Auditor")
            #expect(try await test.workspace.authenticate(token).sees(other.id))
            _ = try await test.workspace.setRoles([.auditor], auditing: .all, of: "auditor")
            #expect(try await test.workspace.authenticate(token).visibility == .all)
            _ = try await test.workspace.setRoles([.officer], of: "auditor")
            let actor = try await test.workspace.authenticate(token)
            #expect(actor.roles == [.officer] && !actor.sees(other.id) && !actor.may(.verifyJournals))
            #expect(
                try await People.code { _ = try await test.workspace.setRoles([.head], auditing: .all, of: "auditor") }
                    == "departments-without-auditor")
            #expect(
                try await People.code {
                    _ = try await test.workspace.setRoles([.auditor], auditing: .named(["无"]), of: "auditor")
                }
                    == "unknown-department")
            #expect(
                try await People.code { _ = try await test.workspace.setRoles([], of: "nobody") } == "unknown-account")
            #expect(try await test.workspace.authenticate(token).roles == [.officer])
        }
    }

    @Test func onlyAnAdminAdministersAndRefusalsAreLogged() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let accounts = try await test.workspace.accounts()
            for account in accounts {
                let caller = Caller.account(account.actor.accountID)
                let isAdmin = account.actor.roles == [.admin]
                let code = try await People.code {
                    _ = try await test.workspace.createDepartment("由\(account.actor.name)", by: caller)
                }
                #expect(code == (isAdmin ? nil : "forbidden"), "\(account.actor.name)")
            }
            let log = try await test.workspace.database.accessLog().filter {
                $0.action == "create-department" && !$0.actor.isEmpty
            }
            #expect(
                log.filter { !$0.isDone }.map(\.actor).sorted()
                    == Role.allCases.map(\.rawValue).filter { $0 != "admin" }.sorted())
            #expect(log.filter { $0.isDone }.map(\.actor) == ["clerk", "admin"])
            // What cannot be stored hides no refusal.
            let officer = try #require(accounts.first { $0.actor.name == "officer" }).actor.accountID
            let long = String(repeating: "长", count: 5000) + "\0"
            #expect(
                try await People.code {
                    _ = try await test.workspace.createDepartment("\0" + long, by: .account(officer))
                }
                    == "forbidden")
            #expect(try await test.workspace.database.accessLog().last?.subject == String(repeating: "长", count: 300))
            // A right that was taken away is gone at once, and so are those of a disabled account.
            let admin = try #require(accounts.first { $0.actor.name == "admin" }).actor.accountID
            try await people.add("second", [.admin])
            try await test.workspace.disableAccount("second", by: .account(admin))
            let second = try #require(try await test.workspace.accounts().first { $0.actor.name == "second" })
            #expect(second.isDisabled)
            #expect(
                try await People.code { _ = try await test.workspace.accounts(by: .account(second.actor.accountID)) }
                    == "not-authenticated")
            _ = try await test.workspace.setRoles([], of: "admin")
            #expect(
                try await People.code { _ = try await test.workspace.accounts(by: .account(admin)) } == "forbidden")
        }
    }

    @Test(arguments: ["short", "", "line\nend in the middle"])
    func passwordsThatMayNotBeSet(text: String) async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            #expect(
                try await People.code { try await test.workspace.setPassword(Password(text), of: "head") }
                    == "password-not-allowed")
            _ = try await people.logIn("head")
        }
    }

    @Test func anUnknownDepartmentOrAccountIsAnAnswer() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let workspace = test.workspace
            let password = People.password
            #expect(
                try await People.code {
                    _ = try await workspace.createAccount("a", department: "无", password: password)
                } == "unknown-department")
            #expect(try await People.code { try await workspace.setPassword(password, of: "a") } == "unknown-account")
            #expect(try await People.code { try await workspace.disableAccount("a") } == "unknown-account")
            #expect(try await People.code { try await workspace.enableAccount("a") } == "unknown-account")
            #expect(try await People.code { try await workspace.revokeSessions(of: "a") } == "unknown-account")
            #expect(
                try await People.code { _ = try await workspace.issueToken(for: "a", label: "l") } == "unknown-account"
            )
            #expect(try await People.code { try await workspace.revokeToken(7) } == "unknown-token")
            #expect(try await workspace.database.accessLog().isEmpty)
        }
    }
}
