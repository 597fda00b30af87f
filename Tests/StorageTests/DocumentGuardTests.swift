import Postgres
import Testing

@testable import Storage

/// What the database refuses about documents, whatever the program does.
@Suite struct DocumentGuardTests {
    /// Two departments with an account each.
    private static let people = """
        INSERT INTO department (name, created_at) VALUES ('a', now()), ('b', now());
        INSERT INTO account (name, display_name, department, password_hash, password_set_at, created_at)
        SELECT name, name, id, '$argon2id$x', now(), now() FROM department;
        """
    private static let bytes = "convert_to(repeat('x', 262144) || 'abc', 'UTF8')"
    private static let hash = "sha256(\(bytes))"
    private static let document = "INSERT INTO document VALUES (\(hash), 262147);"

    private func chunk(_ number: Int, _ bytes: String, size: Int = 262_147) -> String {
        "INSERT INTO document_chunk VALUES (\(Self.hash), \(size), \(number), convert_to(\(bytes), 'UTF8'));"
    }

    private func holding(
        by account: String = "a", in department: String = "a", name: String = "'f.pdf'",
        type: String = "application/pdf"
    ) -> String {
        """
        INSERT INTO document_holding SELECT \(Self.hash), d.id, \(name), '\(type)', a.id, now()
        FROM department d, account a WHERE d.name = '\(department)' AND a.name = '\(account)';
        """
    }

    private var whole: String { Self.document + chunk(0, "repeat('x', 262144)") + chunk(1, "'abc'") }

    @Test func evidenceIsAppendOnly() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(Self.people + whole + holding())
            for (table, column) in [("document", "size"), ("document_chunk", "number"), ("document_holding", "name")] {
                for statement in [
                    "UPDATE \(table) SET \(column) = \(column)", "DELETE FROM \(table)",
                    "DELETE FROM \(table) WHERE false", "TRUNCATE \(table) CASCADE",
                ] {
                    let refusal = try await database.refusal(statement)
                    #expect(refusal?.hasSuffix("_append_only") == true, "\(statement)")
                    let asReplica = "SET LOCAL session_replication_role = replica; " + statement
                    #expect(try await database.refusal(asReplica) == refusal, "replica: \(statement)")
                }
            }
        }
    }

    @Test func aHoldingIsOfAllTheBytesAndOfNoOthers() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(Self.people)
            let first = chunk(0, "repeat('x', 262144)")
            for (pieces, refusal) in [
                ("", "document_holding_whole"), (first, "document_holding_whole"),
                (chunk(1, "'abc'"), "document_holding_whole"), (first + chunk(1, "'abd'"), "document_holding_whole"),
                (first + chunk(1, "'ab'"), "document_chunk_length"),
                (first + chunk(1, "'abcd'"), "document_chunk_length"),
                (first + chunk(1, "'abc'") + chunk(2, "''"), "document_chunk_length"),
                (first + chunk(1, "'abc'") + chunk(-1, "'abc'"), "document_chunk_length"),
                (first + chunk(1, "'abc'") + chunk(2_147_483_647, "'abc'"), "document_chunk_length"),
                (first + chunk(1, "'abcd'", size: 262_148), "document_chunk_document"),
                (first + first, "document_chunk_pkey"),
            ] {
                let asReplica = "SET LOCAL session_replication_role = replica; "
                let script = Self.document + pieces + holding()
                #expect(try await database.refusal(script) == refusal)
                if refusal != "document_chunk_document" {
                    #expect(try await database.refusal(asReplica + script) == refusal, "as replica")
                }
            }
            #expect(try await database.refusal(whole + holding()) == nil)
            // Nothing fits in any more.
            #expect(try await database.refusal(chunk(2, "'abc'")) == "document_chunk_length")
        }
    }

    @Test func formsAreHeld() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(Self.people + whole)
            for name in [
                "''", "'.'", "'..'", "'a/b'", "E'a\\\\b'", "' a'", "'a '", "E'a\\nb'", "E'a\\u202eb'", "E'e\\u0301'",
                "repeat('x', 201)", "E'\\u061c'",
            ] {
                #expect(try await database.refusal(holding(name: name)) == "document_name_form", "\(name)")
            }
            #expect(try await database.refusal(holding(type: "text/html")) == "document_media_type_known")
            #expect(try await database.refusal(holding(in: "b")) == "document_holding_home")
            #expect(
                try await database.refusal("INSERT INTO document VALUES (sha256('x'), 20971521)") == "document_size")
            #expect(try await database.refusal("INSERT INTO document VALUES (sha256('x'), 0)") == "document_size")
            #expect(try await database.refusal("INSERT INTO document VALUES ('x', 1)") == "document_hash_size")
            #expect(try await database.refusal(holding(name: "'发票 1.pdf'")) == nil)
            #expect(try await database.refusal(holding()) == "document_holding_pkey")
        }
    }

    @Test func theBytesAreNotCompressed() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(whole)
            let sizes = try await database.texts(
                "SELECT pg_column_size(bytes)::text FROM document_chunk ORDER BY number")
            #expect(sizes == ["262144", "4"])
        }
    }

    @Test func rolesAddAndRead() async throws {
        try await withMigratedDatabase(role: "tranche_app") { (database) async throws in
            try await database.run(Self.people + whole + holding())
            for table in ["document", "document_chunk", "document_holding"] {
                for statement in [
                    "DELETE FROM \(table)", "TRUNCATE \(table)", "ALTER TABLE \(table) DISABLE TRIGGER ALL",
                ] {
                    #expect(try await database.refusal(statement) == "42501", "\(statement)")
                }
            }
            #expect(try await database.refusal("UPDATE document_holding SET name = 'x'") == "42501")
            #expect(try await database.refusal("DELETE FROM document_reference") == nil)
        }
        try await withMigratedDatabase(role: "tranche_auditor") { (database) async throws in
            for table in ["document", "document_chunk", "document_holding", "document_reference"] {
                #expect(try await database.refusal("SELECT * FROM \(table)") == nil, "\(table)")
                #expect(try await database.refusal("INSERT INTO \(table) DEFAULT VALUES") == "42501", "\(table)")
                #expect(try await database.refusal("DELETE FROM \(table)") == "42501", "\(table)")
            }
        }
    }
}
