import Passwords
import Storage
import Testing

@testable import Operations

/// What an identity provider's word is worth here.
@Suite struct SingleSignOnCallerTests {
    @Test func theAccountMustBeThereAndEnabled() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let workspace = test.workspace
            func who(_ name: String, _ roles: Set<Role>? = nil) async throws -> Actor {
                try await workspace.authenticate(.singleSignOn(name, roles: roles, from: "10.0.0.1"))
            }
            #expect(try await who("Head").roles == [.head])
            #expect(try await who("head", [.officer]).roles == [.officer])
            #expect(try await who("head", []).roles == [])
            for name in ["nobody", "", "he\0ad", "head ", String(repeating: "h", count: 5000)] {
                #expect(try await People.code { _ = try await who(name) } == "not-authenticated", "\(name.prefix(9))")
            }
            try await people.add("gone")
            try await workspace.disableAccount("gone")
            #expect(try await People.code { _ = try await who("gone", [.admin]) } == "not-authenticated")
        }
    }

    /// Given roles count in transactions too, and no more than those that were given.
    @Test func givenRolesCountInThePlaceOfTheAccounts() async throws {
        try await TestWorkspace.lend { (test) async throws in
            _ = try await People(test)
            let workspace = test.workspace
            let admin = Caller.singleSignOn("admin", roles: [.officer], from: "10.0.0.1")
            #expect(try await People.code { _ = try await workspace.accounts(by: admin) } == "forbidden")
            let officer = Caller.singleSignOn("officer", roles: [.admin], from: "10.0.0.1")
            #expect(try await workspace.accounts(by: officer).count == Role.allCases.count)
            let log = try await workspace.database.accessLog().filter { !$0.isDone }
            #expect(log.map(\.actor) == ["admin"] && log.map(\.address) == ["10.0.0.1"])
            // Departments granted count for who is an auditor by that word only if the account was granted them.
            let auditor = Caller.singleSignOn("officer", roles: [.auditor], from: "")
            let seen = try await workspace.authenticate(auditor)
            #expect(seen.visibility == .departments([seen.department]))
        }
    }

    @Test func theyProveThemselvesHere() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let caller = Caller.singleSignOn("head", from: "10.0.0.1")
            _ = try await test.workspace.confirm(.password(People.password), by: caller)
            #expect(
                try await People.code { _ = try await test.workspace.confirm(.password(People.wrong), by: caller) }
                    == "confirmation-failed")
            _ = try await people.enrol(caller, test)
            #expect(try await test.workspace.ownSecondFactor(by: caller) != nil)
        }
    }
}
