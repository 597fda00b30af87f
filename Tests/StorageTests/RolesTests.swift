import Postgres
import Testing

@testable import Storage

@Suite struct RolesTests {
    private let tables = ["contract", "installment_position", "payment", "invoice", "assessment_result", "journal", "migration"]

    @Test func theProgramAddsToTheJournalAndNothingElse() async throws {
        try await withMigratedDatabase(role: "tranche_app") { (database) async throws in
            #expect(try await database.refusal("SELECT FROM journal") == nil)
            #expect(try await database.refusal("UPDATE journal SET kind = 'x' WHERE false") == "42501")
            #expect(try await database.refusal("DELETE FROM journal WHERE false") == "42501")
            #expect(try await database.refusal("TRUNCATE journal") == "42501")
            #expect(try await database.refusal("ALTER TABLE journal DISABLE TRIGGER ALL") == "42501")
            #expect(try await database.refusal("DROP TABLE journal") == "42501")
            #expect(try await database.refusal("SET session_replication_role = replica") == "42501")
            #expect(try await database.refusal("INSERT INTO migration (name, checksum) VALUES ('m', '')") == "42501")
            #expect(try await database.refusal("DELETE FROM contract WHERE false") == nil)
        }
    }

    @Test func theAuditorOnlyReads() async throws {
        try await withMigratedDatabase(role: "tranche_auditor") { (database) async throws in
            for table in tables {
                #expect(try await database.refusal("SELECT FROM \(table)") == nil, "\(table)")
                #expect(try await database.refusal("INSERT INTO \(table) DEFAULT VALUES") == "42501", "\(table)")
                #expect(try await database.refusal("DELETE FROM \(table)") == "42501", "\(table)")
                #expect(try await database.refusal("TRUNCATE \(table)") == "42501", "\(table)")
            }
            #expect(try await database.refusal("CREATE TABLE public.mine ()") == "42501")
        }
    }

    @Test func rolesMayBeGrantedAgain() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await Migrator(database).grantRoles()
        }
    }
}
