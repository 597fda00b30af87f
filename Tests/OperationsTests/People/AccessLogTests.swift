import Passwords
import Testing
import Values

@testable import Operations

@Suite struct AccessLogTests {
    /// Page by page it is the whole, newest first, each entry once, while others write.
    @Test(arguments: [1, 3, 7, 1000])
    func isReadPageByPage(limit: Int) async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let workspace = test.workspace
            let whole = try await workspace.accessLog(limit: 1000).entries
            #expect(whole.count == 8 && whole.map(\.number) == whole.map(\.number).sorted(by: >))
            var pages: [AccessEntry] = []
            var next: Int64?
            repeat {
                let page = try await workspace.accessLog(before: next, limit: limit)
                #expect(page.entries.count <= limit)
                pages += page.entries
                next = page.next
                _ = try await people.logIn("head")
            } while next != nil
            #expect(pages == whole)
        }
    }

    @Test func isFiltered() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let workspace = test.workspace
            let start = test.now
            test.advance(seconds: 60)
            _ = try await people.logIn("head")
            _ = try await People.code { _ = try await people.logIn("head", People.wrong) }
            test.advance(seconds: 60)
            _ = try await people.logIn("finance")
            func actions(_ change: (inout AccessLogFilter) -> Void) async throws -> [String] {
                var filter = AccessLogFilter()
                change(&filter)
                return try await workspace.accessLog(filter).entries.map { "\($0.actor) \($0.action) \($0.isDone)" }
            }
            #expect(try await actions { $0.account = "HEAD" } == ["head log-in false", "head log-in true"])
            #expect(try await actions { $0.account = "nobody" } == [])
            #expect(try await actions { $0.isDone = false } == ["head log-in false"])
            #expect(try await actions { $0.action = "create-department" } == ["clerk create-department true"])
            #expect(
                try await actions { ($0.from, $0.until) = (start, test.now) }.filter { $0.contains("log-in") }
                    == ["head log-in false", "head log-in true"])
            #expect(try await actions { $0.from = test.now } == ["finance log-in true"])
            #expect(
                try await actions { ($0.account, $0.isDone, $0.action) = ("head", true, "log-in") }
                    == ["head log-in true"])
            #expect(
                try await People.code { _ = try await actions { $0.action = "log\0in" } } == "null-character")
        }
    }

    /// Administrators and auditors read it, these as far as they see departments; reading leaves no trace, trying does.
    @Test func isForAdministratorsAndAuditors() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let workspace = test.workspace
            _ = try await workspace.createDepartment("其他局")
            _ = try await workspace.createAccount("other", department: "其他局", password: People.password)
            _ = try await people.logIn("other")
            _ = try await people.logIn("head")
            var callers: [Role: Caller] = [:]
            for role in Role.allCases { callers[role] = try await people.caller(role.rawValue) }
            for (role, caller) in callers {
                let code = try await People.code { _ = try await workspace.accessLog(by: caller) }
                #expect(code == ([.admin, .auditor].contains(role) ? nil : "forbidden"), "\(role)")
            }
            let (admin, auditor) = (try #require(callers[.admin]), try #require(callers[.auditor]))
            let all = try await workspace.accessLog(limit: 1000, by: admin).entries
            #expect(Set(all.map(\.actor)).isSuperset(of: ["clerk", "other", "head"]))
            #expect(all.filter { $0.action == "read-access-log" }.count == Role.allCases.count - 2)
            let own = try await workspace.accessLog(limit: 1000, by: auditor).entries
            #expect(Set(own.map(\.actor)) == Set(Role.allCases.map(\.rawValue)))
            _ = try await workspace.setRoles([.auditor], auditing: .named(["其他局"]), of: "auditor")
            #expect(try await workspace.accessLog(limit: 1000, by: auditor).entries.contains { $0.actor == "other" })
            _ = try await workspace.setRoles([.auditor], auditing: .all, of: "auditor")
            #expect(try await workspace.accessLog(limit: 1000, by: auditor).entries.contains { $0.actor == "clerk" })
        }
    }
}
