import Cluster
import Glibc
import Postgres
import TestSupport
import Testing

@testable import Storage

@Suite struct SchemaTests {
    /// sql/schema.sql is what a reviewer reads; `TRANCHE_WRITE_SCHEMA=1 swift test --filter SchemaTests` writes it
    /// anew.
    @Test func theFileIsTheMigratedSchema() async throws {
        try await withMigratedDatabase { (database) async throws in
            let name = try #require(try await database.texts("SELECT current_database()::text").first)
            let dumped = try dump(try await TestCluster.shared.connection.conninfo(database: name))
            let path = Fixtures.repositoryRoot + "/sql/schema.sql"
            if getenv("TRANCHE_WRITE_SCHEMA") != nil {
                let file = try #require(fopen(path, "w"))
                fputs(dumped, file)
                fclose(file)
            }
            #expect(String(decoding: Fixtures.bytes("sql/schema.sql"), as: UTF8.self) == dumped)
        }
    }

    @Test func everythingHasAComment() async throws {
        try await withMigratedDatabase { (database) async throws in
            let bare = try await database.texts(
                """
                SELECT c.relname || coalesce('.' || a.attname, '') FROM pg_class c
                LEFT JOIN LATERAL (
                    SELECT attname, attnum FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
                    UNION ALL SELECT NULL, 0
                ) a ON true
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
                    AND coalesce(col_description(c.oid, a.attnum), CASE WHEN a.attnum = 0 THEN obj_description(c.oid) END) IS NULL
                UNION ALL
                SELECT p.proname || '()' FROM pg_proc p
                WHERE p.pronamespace = 'public'::regnamespace AND obj_description(p.oid) IS NULL
                """)
            #expect(bare == [])
        }
    }

    /// `pg_dump --schema-only` without owners, grants and what differs from one minor version to the next.
    private func dump(_ conninfo: String) throws -> String {
        let command =
            "PATH=/usr/lib/postgresql/15/bin:$PATH pg_dump --schema-only --no-owner --no-privileges -d \"\(conninfo)\""
        let pipe = try #require(popen(command, "r"))
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&block, 1, block.count, pipe), count > 0 { bytes += block[..<count] }
        try #require(pclose(pipe) == 0)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let lasting = lines.filter { line in
            !["-- Dumped", "--", "SET ", "SELECT pg_catalog", "\\restrict", "\\unrestrict"].contains {
                line.hasPrefix($0)
            }
        }
        var text = ""
        for line in lasting where !(line.isEmpty && (text.isEmpty || text.hasSuffix("\n\n"))) { text += line + "\n" }
        while text.hasSuffix("\n\n") { text.removeLast() }
        return text
    }
}
