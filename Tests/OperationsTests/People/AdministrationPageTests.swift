import Audit
import Examination
import Storage
import Testing
import Values

@testable import Operations

/// What the pages for administrators read.
@Suite struct AdministrationPageTests {
    @Test(arguments: [1, 3, 100])
    func accountsAreFoundPageByPage(limit: Int) async throws {
        try await TestWorkspace.lend { (test) async throws in
            _ = try await People(test)
            var (names, behind) = ([String](), "")
            while true {
                let page = try await test.workspace.accounts(containing: nil, behind: behind, limit: limit)
                names += page.map(\.actor.name)
                guard page.count == limit, let last = page.last else { break }
                behind = last.actor.name
            }
            #expect(names == Role.allCases.map(\.rawValue).sorted())
            let found = try await test.workspace.accounts(containing: "HEAD", limit: 10)
            #expect(found.map(\.actor.name) == ["head", "section-head"])
            #expect(try await test.workspace.accounts(containing: "政务", limit: 10).count == 7)
            #expect(try await test.workspace.accounts(containing: "%", limit: 10).isEmpty)
        }
    }

    @Test func anAccountTellsItsSessionsAndItsSecondFactor() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            var head = try await test.workspace.account(named: "HEAD")
            #expect(head.sessions == 0 && head.lastSeenAt == nil && head.secondFactorSince == nil && !head.isDisabled)
            _ = try await people.logIn("head")
            head = try await test.workspace.account(named: "head")
            #expect(head.sessions == 1 && head.lastSeenAt == test.now && head.passwordSetAt == head.createdAt)
            try await test.workspace.disableAccount("head")
            head = try await test.workspace.account(named: "head")
            #expect(head.sessions == 0 && head.isDisabled)
            let officer = Caller.account(try await test.workspace.account(named: "officer").actor.accountID)
            #expect(
                try await People.code { _ = try await test.workspace.account(named: "head", by: officer) }
                    == "forbidden")
            #expect(try await People.code { _ = try await test.workspace.account(named: "x") } == "unknown-account")
        }
    }

    @Test func departmentsTellTheirSettings() async throws {
        try await TestWorkspace.lend { (test) async throws in
            _ = try await People(test)
            let workspace = test.workspace
            _ = try await workspace.createDepartment("采购中心")
            try await workspace.setBankAccountCooling(hours: 48, of: "采购中心")
            _ = try await workspace.setApprovalChain([.head], of: "采购中心")
            let all = try await workspace.departments(behind: "", limit: 10)
            #expect(all.map(\.department.name) == ["眉山市政务服务局", "采购中心"] && all.map(\.accounts) == [7, 0])
            let one = try await workspace.department(named: "采购中心")
            #expect(one.coolingHours == 48 && one.department.approvalChain == [.head] && one.openRequests == 0)
            #expect(try await workspace.departments(behind: "眉山市政务服务局", limit: 1) == [one])
            #expect(
                try await People.code { _ = try await workspace.department(named: "x") } == "unknown-department")
            #expect(try await workspace.visibleDepartments() == all.map(\.department.name))
            let officer = Caller.account(try await workspace.account(named: "officer").actor.accountID)
            #expect(try await workspace.visibleDepartments(by: officer) == ["眉山市政务服务局"])
        }
    }

    @Test func tokensAreListedNewestFirstAndIssuedOnceForEachRequest() async throws {
        try await TestWorkspace.lend { (test) async throws in
            _ = try await People(test)
            let workspace = test.workspace
            for label in ["a", "b", "c"] {
                _ = try await workspace.issueToken(for: "head", label: label, requestKey: "key-" + label)
            }
            #expect(try await workspace.tokens(of: nil, limit: 2).map(\.label) == ["c", "b"])
            let last = try #require(try await workspace.tokens(of: nil, limit: 2).last)
            #expect(try await workspace.tokens(of: "HEAD", below: last.id, limit: 2).map(\.label) == ["a"])
            #expect(try await workspace.tokens(of: "finance", limit: 2).isEmpty)
            #expect(try await workspace.token(last.id) == last)
            #expect(try await People.code { _ = try await workspace.token(0) } == "unknown-token")
            let again = try await People.code {
                _ = try await workspace.issueToken(for: "head", label: "a", requestKey: "key-a")
            }
            #expect(again == "token-issued-already")
            #expect(try await workspace.tokens().count == 3)
        }
    }
}
