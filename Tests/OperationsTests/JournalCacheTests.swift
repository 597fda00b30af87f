import Audit
import Postgres
import Testing

@testable import Operations

/// What a program remembers of journals is never shown for what is stored (decision 0048).
@Suite struct JournalCacheTests {
    private static func event(_ id: String, on day: String) -> [UInt8] {
        Array(#"{"kind":"event","event":"\#(id)","on":"\#(day)"}"#.utf8)
    }

    /// Two programs over one database write to one contract in turns: each knows what the other wrote.
    @Test func twoProgramsSeeEachOthersEntries() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier(facts: [SmallContract.signed])])
            try await TestWorkspace.open(test.conninfo, chance: 1 << 20) { (other) async throws in
                for (turn, program) in [test, other, test, other].enumerated() {
                    let fact = Self.event("e\(turn)", on: "2024-02-0\(turn + 1)")
                    _ = try await program.workspace.recordFact(fact, of: "A-1")
                    for reader in [test, other] {
                        let statement = try await reader.workspace.statement(of: "A-1")
                        #expect(statement.version == turn + 3)
                    }
                }
                _ = try await other.workspace.verifyJournal(of: "A-1")
            }
        }
    }

    /// A database that was restored to an earlier state, or to another history, is shown as it is now.
    @Test func aDatabaseThatWentBackIsShownAsItIs() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier(facts: [SmallContract.signed])])
            let before = try await test.asOwner { database in
                try await database.query("SELECT version::int8, head_hash, recorded_at::text FROM contract").one {
                    row throws(PostgresError) in (try row.int64(0), try row.bytes(1), try row.text(2))
                }
            }
            _ = try await test.workspace.recordFact(Self.event("e", on: "2024-02-01"), of: "A-1")
            #expect(try await test.workspace.statement(of: "A-1").version == 3)
            let back: Postgres.Statement =
                "UPDATE contract SET version = $1, head_hash = $2, recorded_at = $3::text::timestamptz"
            try await test.asOwner { database in
                _ = try await database.unit([
                    "ALTER TABLE journal DISABLE TRIGGER ALL", "DELETE FROM journal WHERE number = 3",
                    back(.int64(before.0), .bytes(before.1), .text(before.2)),
                    "ALTER TABLE journal ENABLE ALWAYS TRIGGER journal_append_only",
                    "ALTER TABLE journal ENABLE ALWAYS TRIGGER journal_chain",
                ])
            }
            #expect(try await test.workspace.statement(of: "A-1").version == 2)
            // And what is written then stands behind what is stored.
            _ = try await test.workspace.recordFact(Self.event("x", on: "2024-02-02"), of: "A-1")
            #expect(try await test.workspace.verifyJournal(of: "A-1").entries == 3)
        }
    }

    /// The head that the contract's row names is not the one of the journal: nothing is shown from memory.
    @Test func aForeignHeadIsABrokenJournal() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier(facts: [SmallContract.signed])])
            _ = try await test.workspace.statement(of: "A-1")
            try await test.asOwner { _ = try await $0.query("UPDATE contract SET head_hash = sha256('x')") }
            let broken = OperationError.journalBroken(
                number: "A-1", ChainFault(number: 2, reason: .recordDiffers))
            await #expect(throws: broken) { try await test.workspace.statement(of: "A-1") }
            await #expect(throws: broken) {
                try await test.workspace.recordFact(Self.event("e", on: "2024-02-01"), of: "A-1")
            }
        }
    }
}
