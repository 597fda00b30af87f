import Audit
import Postgres
import Testing

@testable import Operations

/// An owner of the database who takes the triggers away can change the journal; reading it tells.
@Suite struct VerifyTests {
    private func tampered(_ statements: Query...) async throws -> OperationError? {
        var failure: OperationError?
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([
                SmallContract.dossier(facts: [SmallContract.signed, SmallContract.invoice("i", "N1")])
            ])
            #expect(try await test.workspace.verifyJournal(of: "A-1").entries == 3)
            try await test.asOwner { database in
                let open: [Query] = [
                    "ALTER TABLE journal DISABLE TRIGGER ALL",
                    "ALTER TABLE journal DROP CONSTRAINT journal_hash_of_bytes",
                ]
                _ = try await database.unit(open + statements)
            }
            do { _ = try await test.workspace.verifyJournal(of: "A-1") } catch { failure = error as? OperationError }
        }
        return failure
    }

    private func broken(_ number: Int, _ reason: ChainFault.Reason) -> OperationError {
        .journalBroken(number: "A-1", ChainFault(number: number, reason: reason))
    }

    @Test func findsChangedBytes() async throws {
        let changed: Query =
            "UPDATE journal SET bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '400.00', '900.00'), 'UTF8') WHERE number = 3"
        #expect(try await tampered(changed) == broken(3, .hashDiffers))
        #expect(
            try await tampered(changed, "UPDATE journal SET hash = sha256(bytes) WHERE number = 3")
                == broken(3, .recordDiffers))
        #expect(try await tampered("UPDATE journal SET bytes = 'x' WHERE number = 2") == broken(2, .malformed))
        let earlier: Query =
            "UPDATE journal SET bytes = convert_to(replace(convert_from(bytes, 'UTF8'), 'clerk', 'other'), 'UTF8') WHERE number = 2"
        #expect(
            try await tampered(earlier, "UPDATE journal SET hash = sha256(bytes) WHERE number = 2")
                == broken(3, .previousDiffers))
    }

    @Test func findsRemovedEntries() async throws {
        #expect(try await tampered("DELETE FROM journal WHERE number = 3") == broken(2, .recordDiffers))
        #expect(try await tampered("DELETE FROM journal WHERE number = 2") == broken(2, .numberDiffers))
        #expect(try await tampered("DELETE FROM journal WHERE number = 1") == broken(1, .registrationMisplaced))
    }

    @Test func findsColumnsThatSaySomethingElse() async throws {
        #expect(
            try await tampered("UPDATE journal SET recorded_by = 'other' WHERE number = 2") == broken(2, .recordDiffers)
        )
        #expect(try await tampered("UPDATE journal SET fact_id = 'x' WHERE number = 3") == broken(3, .recordDiffers))
        #expect(try await tampered("UPDATE contract SET head_hash = sha256('x')") == broken(3, .recordDiffers))
    }

    @Test func aTamperedJournalGivesNoStatementAndStopsNoOther() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier(), SmallContract.dossier("A-2")])
            try await test.asOwner { database in
                _ = try await database.unit([
                    "ALTER TABLE journal DISABLE TRIGGER ALL",
                    "ALTER TABLE journal DROP CONSTRAINT journal_hash_of_bytes",
                    "UPDATE journal SET bytes = 'x' WHERE contract = 'A-1' AND number = 2",
                ])
            }
            await #expect(throws: broken(2, .malformed)) { try await test.workspace.statement(of: "A-1") }
            await #expect(throws: broken(2, .malformed)) {
                try await test.workspace.recordFact(
                    Array(SmallContract.event("x", "accepted", on: "2024-05-01").utf8), of: "A-1")
            }
            #expect(
                try await test.workspace.rebuild()
                    == RebuildSummary(contracts: 2, failures: ["A-1": broken(2, .malformed)]))
            _ = try await test.workspace.statement(of: "A-2")
        }
    }
}
