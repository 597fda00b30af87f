import Postgres
import Testing

@testable import Storage

/// What the database refuses about people, whatever the program does.
@Suite struct AccountGuardTests {
    private static let department = "INSERT INTO department (name, created_at) VALUES ('局', now());"

    private func account(_ name: String, hash: String = "$argon2id$v=19$x") -> String {
        """
        INSERT INTO account (name, display_name, department, password_hash, password_set_at, created_at)
        SELECT '\(name)', 'x', id, '\(hash)', now(), now() FROM department;
        """
    }

    private static let entry = """
        INSERT INTO access_log (at, actor, address, action, subject, detail, outcome)
        VALUES (now(), 'clerk', '', 'set-roles', 'head', '', 'done');
        """

    @Test func theAccessLogIsAppendOnly() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(Self.entry)
            for statement in [
                "UPDATE access_log SET actor = 'other'", "DELETE FROM access_log",
                "DELETE FROM access_log WHERE false",
                "TRUNCATE access_log", "MERGE INTO access_log USING (SELECT) AS one ON true WHEN MATCHED THEN DELETE",
            ] {
                #expect(try await database.refusal(statement) == "access_log_append_only", "\(statement)")
                let asReplica = "SET LOCAL session_replication_role = replica; " + statement
                #expect(try await database.refusal(asReplica) == "access_log_append_only", "replica: \(statement)")
            }
            #expect(try await database.texts("SELECT actor FROM access_log") == ["clerk"])
        }
    }

    @Test func namesThatReadTheSameAreOne() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(Self.department + account("Wang"))
            #expect(try await database.refusal(account("wang")) == "account_name_once")
            #expect(try await database.refusal(account("ＷＡＮＧ")) == "account_name_once")
            #expect(try await database.refusal(account("w\u{430}ng")) == "account_name_form")
            #expect(try await database.refusal(account("wa ng")) == "account_name_form")
            #expect(try await database.refusal(account("")) == "account_name_form")
            #expect(try await database.refusal("UPDATE account SET name_key = 'head'") == "428C9")
            #expect(try await database.refusal(Self.department) == "department_name_once")
        }
    }

    @Test func aPasswordInClearIsNoHash() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(Self.department)
            #expect(
                try await database.refusal(account("a", hash: "correct horse battery")) == "account_password_hashed")
        }
    }

    @Test func whatWasRevokedStaysRevoked() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(
                Self.department + account("a") + """
                    INSERT INTO session SELECT sha256('s'), id, now(), now() + interval '1 hour', now() FROM account;
                    INSERT INTO api_token (token_hash, account, label, created_at, expires_at, revoked_at)
                    SELECT sha256('t'), id, 'x', now(), now() + interval '1 hour', now() FROM account;
                    """)
            for table in ["session", "api_token"] {
                for value in ["NULL", "now() + interval '1 day'"] {
                    let statement = "UPDATE \(table) SET revoked_at = \(value)"
                    #expect(try await database.refusal(statement) == "revoked_stays_revoked", "\(statement)")
                    let asReplica = "SET LOCAL session_replication_role = replica; " + statement
                    #expect(try await database.refusal(asReplica) == "revoked_stays_revoked", "replica: \(statement)")
                }
            }
            #expect(try await database.refusal("UPDATE session SET token_hash = 'short'") == "session_token_hashed")
        }
    }

    @Test func unknownRolesAndOutcomesAreRefused() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(Self.department + account("a"))
            #expect(
                try await database.refusal("INSERT INTO account_role SELECT id, 'root' FROM account")
                    == "account_role_known")
            #expect(
                try await database.refusal(Self.entry.replacing("done", with: "maybe")) == "access_log_outcome_known")
        }
    }

    @Test func theProgramRemovesNobodyAndRewritesNoHistory() async throws {
        try await withMigratedDatabase(role: "tranche_app") { (database) async throws in
            try await database.run(Self.department + account("a") + Self.entry)
            for statement in [
                "DELETE FROM account", "DELETE FROM department", "DELETE FROM session", "DELETE FROM api_token",
                "UPDATE access_log SET actor = ''", "DELETE FROM access_log", "TRUNCATE access_log",
                "TRUNCATE account",
                "UPDATE account SET name = 'b'", "UPDATE account SET id = DEFAULT",
                "UPDATE account SET created_at = now()",
                "UPDATE department SET name = 'b'", "UPDATE session SET expires_at = now()",
                "UPDATE api_token SET token_hash = ''", "UPDATE api_token SET expires_at = now()",
                "UPDATE account_role SET role = 'admin'",
            ] {
                #expect(try await database.refusal(statement) == "42501", "\(statement)")
            }
            #expect(try await database.refusal("UPDATE account SET disabled_at = now()") == nil)
        }
    }

    @Test func theAuditorSeesNoHashes() async throws {
        try await withMigratedDatabase(role: "tranche_auditor") { (database) async throws in
            for statement in [
                "SELECT password_hash FROM account", "SELECT * FROM account", "SELECT a FROM account a",
                "SELECT to_jsonb(a) FROM account a", "SELECT FROM account WHERE password_hash LIKE '%a'",
                "SELECT token_hash FROM session", "SELECT * FROM session", "SELECT token_hash FROM api_token",
                "SELECT * FROM api_token", "SELECT key FROM login_throttle", "COPY account TO STDOUT",
            ] {
                #expect(try await database.refusal(statement) == "42501", "\(statement)")
            }
            for statement in [
                "SELECT name, display_name, disabled_at FROM account", "SELECT account, revoked_at FROM session",
                "SELECT label, last_used_on FROM api_token", "SELECT * FROM access_log", "SELECT * FROM account_role",
                "SELECT * FROM department", "SELECT * FROM account_department", "SELECT attempts FROM login_throttle",
            ] {
                #expect(try await database.refusal(statement) == nil, "\(statement)")
            }
            for table in ["account", "session", "api_token", "login_throttle", "access_log", "account_role"] {
                #expect(try await database.refusal("INSERT INTO \(table) DEFAULT VALUES") == "42501", "\(table)")
                #expect(try await database.refusal("DELETE FROM \(table)") == "42501", "\(table)")
            }
        }
    }
}
