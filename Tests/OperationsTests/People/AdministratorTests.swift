import Passwords
import Postgres
import Storage
import Synchronization
import Testing

@testable import Operations

/// What administrators may not do, alone or together.
@Suite struct AdministratorTests {
    @Test func nobodyAdministersTheirOwnAccount() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let workspace = test.workspace
            try await people.add("second", [.admin])
            let admin = try await people.caller("admin")
            let acts: [() async throws -> Void] = [
                { _ = try await workspace.setRoles([.admin, .head], of: "admin", by: admin) },
                { _ = try await workspace.setRoles([], of: "ＡＤＭＩＮ", by: admin) },
                { try await workspace.disableAccount("admin", by: admin) },
                { try await workspace.setPassword(Password("another password"), of: "admin", by: admin) },
                { try await workspace.resetSecondFactor(of: "admin", by: admin) },
            ]
            for act in acts { #expect(try await People.code(act) == "own-account") }
            #expect(try await workspace.authenticate(admin).roles == [.admin])
            let log = try await workspace.database.accessLog().filter { !$0.isDone }
            #expect(log.count == acts.count && log.allSatisfy { $0.actor == "admin" && $0.detail == "own-account" })
            #expect(log.map(\.subject) == ["admin", "ＡＤＭＩＮ", "admin", "admin", "admin"])
            // The console may, and another administrator may.
            _ = try await workspace.setRoles([.admin, .auditor], of: "admin", by: try await people.caller("second"))
            #expect(try await workspace.authenticate(admin).roles == [.admin, .auditor])
            try await workspace.disableAccount("second")
        }
    }

    /// An administrator by single sign-on has no role of their own to keep, so the last one must be counted.
    @Test func theLastAdministratorStays() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let workspace = test.workspace
            let visitor = Caller.singleSignOn("officer", roles: [.admin], from: "10.0.0.1")
            try await people.add("second", [.admin])
            try await workspace.disableAccount("second")
            #expect(
                try await People.code { _ = try await workspace.setRoles([.head], of: "admin", by: visitor) }
                    == "last-administrator")
            #expect(
                try await People.code { try await workspace.disableAccount("admin", by: visitor) }
                    == "last-administrator")
            #expect(try await workspace.accounts().first { $0.actor.name == "admin" }?.isDisabled == false)
            try await workspace.enableAccount("second", by: visitor)
            _ = try await workspace.setRoles([.head], of: "admin", by: visitor)
            _ = try await workspace.setRoles([.admin, .head], of: "second", by: visitor)
            #expect(
                try await People.code { try await workspace.disableAccount("second", by: visitor) }
                    == "last-administrator")
            // The console may do even that.
            try await workspace.disableAccount("second")
        }
    }

    /// Everybody removes everybody else at once; one must be left, whoever was faster.
    @Test func administratorsWhoRemoveEachOtherLeaveOne() async throws {
        try await TestWorkspace.lend(connections: 8) { (test) async throws in
            let people = try await People(test)
            let workspace = test.workspace
            let names = ["admin", "admin2", "admin3"]
            for name in names.dropFirst() { try await people.add(name, [.admin]) }
            let visitors = ["officer", "head"].map { Caller.singleSignOn($0, roles: [.admin], from: "") }
            var callers: [Caller] = visitors
            for name in names { callers.append(try await people.caller(name)) }
            await withTaskGroup(of: Void.self) { group in
                for (number, caller) in callers.enumerated() {
                    for name in names {
                        group.addTask {
                            if number.isMultiple(of: 2) {
                                try? await workspace.disableAccount(name, by: caller)
                            } else {
                                _ = try? await workspace.setRoles([.officer], of: name, by: caller)
                            }
                        }
                    }
                }
            }
            let left = try await workspace.accounts().filter { !$0.isDisabled && $0.actor.roles.contains(.admin) }
            #expect(left.count == 1)
        }
    }

    /// While one administrator is being removed and it is not committed yet, the other one's removal waits.
    @Test(arguments: ["roles", "disable"])
    func aRemovalWaitsForTheOneBeforeIt(how: String) async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let workspace = test.workspace
            try await people.add("second", [.admin])
            let visitor = Caller.singleSignOn("officer", roles: [.admin], from: "")
            let flag = Flag()
            let removal = try await workspace.database.withTransaction { session in
                let account = try #require(try await session.lockAccount(named: "admin"))
                try await session.setRoles([], auditsAll: false, departments: [], of: account.id)
                let removal = Task {
                    defer { flag.isOver.withLock { $0 = true } }
                    return try await People.code {
                        if how == "roles" {
                            _ = try await workspace.setRoles([.officer], of: "second", by: visitor)
                        } else {
                            try await workspace.disableAccount("second", by: visitor)
                        }
                    }
                }
                // Until it waits for our lock, or did not wait and is over.
                while !flag.isOver.withLock({ $0 }) {
                    if try await isSomebodyWaiting(workspace) { break }
                }
                return removal
            }
            #expect(try await removal.value == "last-administrator")
        }
    }

    private final class Flag: Sendable {
        let isOver = Mutex(false)
    }

    private func isSomebodyWaiting(_ workspace: Workspace) async throws -> Bool {
        let waiting: Query = """
            SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
                WHERE a.datname = current_database() AND NOT l.granted)
            """
        return try await workspace.database.query(waiting).one { row throws(PostgresError) in try row.bool(0) }
    }

    @Test func theChainOfApprovalIsTheAdministrators() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let people = try await People(test)
            let workspace = test.workspace
            let (admin, head) = (try await people.caller("admin"), try await people.caller("head"))
            #expect(
                try await workspace.authenticate(head).department.approvalChain == [.sectionHead, .finance, .head])
            #expect(
                try await People.code {
                    _ = try await workspace.setApprovalChain([.head], of: "眉山市政务服务局", by: head)
                } == "forbidden")
            for chain: [Role] in [
                [], [.head, .head], [.treasury], [.sectionHead, .finance, .head, .officer], [.admin],
            ] {
                #expect(
                    try await People.code {
                        _ = try await workspace.setApprovalChain(chain, of: "眉山市政务服务局", by: admin)
                    } == "approval-chain-not-allowed", "\(chain)")
            }
            #expect(
                try await People.code { _ = try await workspace.setApprovalChain([.head], of: "无", by: admin) }
                    == "unknown-department")
            let set = try await workspace.setApprovalChain([.finance, .head], of: "眉山市政务服务局", by: admin)
            #expect(set.approvalChain == [.finance, .head])
            #expect(try await workspace.authenticate(head).department.approvalChain == [.finance, .head])
            // An auditor's view of other departments carries it as well.
            _ = try await workspace.createDepartment("其他局")
            _ = try await workspace.setRoles([.auditor], auditing: .named(["其他局"]), of: "auditor")
            _ = try await workspace.setApprovalChain([.head], of: "其他局")
            let auditor = try await workspace.authenticate(try await people.caller("auditor"))
            guard case .departments(let seen) = auditor.visibility else {
                Issue.record("sees all")
                return
            }
            #expect(Set(seen.map(\.approvalChain)) == [[.finance, .head], [.head]])
            #expect(Set(seen.map(\.name)) == ["眉山市政务服务局", "其他局"])
            let log = try await workspace.database.accessLog().filter { $0.action == "set-approval-chain" }
            #expect(log.filter(\.isDone).map(\.detail) == ["finance head", "head"])
            #expect(log.filter { !$0.isDone }.map(\.actor) == ["head"])
        }
    }
}
