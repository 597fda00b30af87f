import TestSupport
import Glibc
import Postgres
import Testing

@testable import Migrations
@testable import Storage

@Suite struct MigratorTests {
    private let first = Migration(name: "m0001_one", sql: Array("CREATE TABLE one (a integer)".utf8))
    private let second = Migration(name: "m0002_two", sql: Array("CREATE TABLE two (a integer); CREATE INDEX ON two (a)".utf8))

    @Test func appliesOnce() async throws {
        try await withEmptyDatabase { (database) async throws in
            await #expect(throws: MigrationError.pending(migration: "m0001_journal")) { try await Migrator(database).check() }
            #expect(try await Migrator(database).migrate() == Migration.all.map(\.name))
            #expect(try await Migrator(database).migrate() == [])
            try await Migrator(database).check()
        }
    }

    @Test func refusesADatabaseWhoseGuardsAreOff() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await Migrator(database).check()
            try await database.run("ALTER TABLE payment DISABLE TRIGGER payment_guard_update")
            await #expect(throws: MigrationError.guardOff(trigger: "payment_guard_update")) { try await Migrator(database).check() }
            try await database.run("ALTER TABLE payment ENABLE ALWAYS TRIGGER payment_guard_update")
            try await database.run("DROP TRIGGER journal_chain ON journal")
            await #expect(throws: MigrationError.guardOff(trigger: "journal_chain")) { try await Migrator(database).check() }
        }
    }

    @Test func looksAfterEveryTrigger() async throws {
        try await withMigratedDatabase { (database) async throws in
            let triggers = try await database.query("SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal")
            let names = try triggers.map { row throws(PostgresError) in try row.text(0) }
            #expect(names.sorted() == Migrator.guards.sorted())
        }
    }

    @Test func appliesWhatIsNew() async throws {
        try await withEmptyDatabase { (database) async throws in
            _ = try await Migrator(database, migrations: [first]).migrate()
            await #expect(throws: MigrationError.pending(migration: "m0002_two")) {
                try await Migrator(database, migrations: [first, second]).check()
            }
            #expect(try await Migrator(database, migrations: [first, second]).migrate() == ["m0002_two"])
        }
    }

    @Test func refusesAnEditedOne() async throws {
        try await withEmptyDatabase { (database) async throws in
            _ = try await Migrator(database, migrations: [first, second]).migrate()
            let edited = Migration(name: first.name, sql: first.sql + Array(" ".utf8))
            await #expect(throws: MigrationError.edited(migration: "m0001_one")) {
                _ = try await Migrator(database, migrations: [edited, second]).migrate()
            }
        }
    }

    @Test func refusesAnUnknownOne() async throws {
        try await withEmptyDatabase { (database) async throws in
            _ = try await Migrator(database, migrations: [first, second]).migrate()
            await #expect(throws: MigrationError.unknown(migration: "m0002_two")) {
                _ = try await Migrator(database, migrations: [first]).migrate()
            }
        }
    }

    @Test func refusesAGap() async throws {
        try await withEmptyDatabase { (database) async throws in
            _ = try await Migrator(database, migrations: [second]).migrate()
            await #expect(throws: MigrationError.skipped(migration: "m0001_one")) {
                _ = try await Migrator(database, migrations: [first, second]).migrate()
            }
        }
    }

    @Test func leavesNothingOfOneThatFails() async throws {
        try await withEmptyDatabase { (database) async throws in
            let broken = Migration(name: "m0002_two", sql: Array("CREATE TABLE two (a integer); SELECT 1/0".utf8))
            await #expect(throws: PostgresError.self) {
                _ = try await Migrator(database, migrations: [first, broken]).migrate()
            }
            #expect(try await database.texts("SELECT name FROM migration") == ["m0001_one"])
            #expect(try await database.texts("SELECT 'there' WHERE to_regclass('two') IS NOT NULL") == [])
            #expect(try await Migrator(database, migrations: [first, second]).migrate() == ["m0002_two"])
        }
    }

    @Test func severalAtOnceWaitForOneAnother() async throws {
        try await withEmptyDatabase { (database) async throws in
            let applied = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<6 { group.addTask { try await Migrator(database).migrate() } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied == Migration.all.map(\.name))
        }
    }

    @Test func theListIsTheFolder() throws {
        let folder = Fixtures.repositoryRoot + "/sql/migrations"
        let directory = try #require(opendir(folder))
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".sql") { names.append(String(name.dropLast(4))) }
        }
        #expect(names.sorted() == Migration.all.map(\.name))
        for migration in Migration.all {
            #expect(Fixtures.bytes("sql/migrations/\(migration.name).sql") == migration.sql, "\(migration.name)")
        }
    }
}
