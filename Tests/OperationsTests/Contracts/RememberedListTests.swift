import Postgres
import Storage
import TestSupport
import Testing
import Values

@testable import Operations

/// A list is answered from memory only while nothing was written, by whomever.
@Suite struct RememberedListTests {
    private static let rename: Postgres.Statement = "UPDATE contract SET title = $1 WHERE number = 'A-1'"

    private func titles(_ test: TestWorkspace) async throws -> [String] {
        try await test.workspace.contracts(limit: 10, by: .console).map(\.title)
    }

    @Test func whatAnotherProgramWritesIsSeenOnceItIsCommitted() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier()])
            #expect(try await titles(test) == ["title"])
            #expect(try await titles(test) == ["title"])
            try await test.asOwner { database in
                try await database.withTransaction { session in
                    _ = try await session.query(Self.rename(.text("uncommitted")))
                    // Asked while the other transaction is open, then remembered: it must not outlive the commit.
                    #expect(try await titles(test) == ["title"])
                    #expect(try await titles(test) == ["title"])
                }
            }
            #expect(try await titles(test) == ["uncommitted"])
        }
    }

    @Test func anAnswerIsKeptUntilSomethingIsWritten() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier()])
            let page = ListedContract.page(.all, ContractFilter(), in: .number, after: nil, limit: 10)
            let asked = AskedList(
                action: "list-contracts", today: test.workspace.effects.today, queries: [page])
            // What other tests write to other databases of the same server counts as well.
            for _ in 0..<1000 where test.workspace.lists.value(for: asked) == nil { _ = try await titles(test) }
            #expect(test.workspace.lists.value(for: asked) != nil)
            let event = Array(#"{"kind":"event","event":"accepted","on":"2024-05-01"}"#.utf8)
            _ = try await test.workspace.recordFact(event, of: "A-1")
            #expect(try await test.workspace.lists.value(for: asked)?.moment != moment(test))
        }
    }

    private func moment(_ test: TestWorkspace) async throws -> DatabaseMoment {
        try await test.workspace.database.query(DatabaseMoment.query).one(DatabaseMoment.init)
    }

    /// Two people of two departments never share an answer.
    @Test func everybodySeesTheirOwn() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier()])
            let ours = try await test.person("wang", [.officer])
            let theirs = try await test.person("li", [.officer], in: "elsewhere")
            for _ in 0..<2 {
                #expect(try await test.workspace.contracts(limit: 10, by: ours).count == 1)
                #expect(try await test.workspace.contracts(limit: 10, by: theirs).isEmpty)
            }
        }
    }
}
