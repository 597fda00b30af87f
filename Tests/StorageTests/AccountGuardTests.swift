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
                    INSERT INTO session (token_hash, account, created_at, expires_at, revoked_at, last_used_at)
                    SELECT sha256('s'), id, now(), now() + interval '1 hour', now(), now() FROM account;
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
                "DELETE FROM account", "DELETE FROM department", "DELETE FROM api_token", "TRUNCATE session",
                "UPDATE access_log SET actor = ''", "DELETE FROM access_log", "TRUNCATE access_log",
                "TRUNCATE account",
                "UPDATE account SET name = 'b'", "UPDATE account SET id = DEFAULT",
                "UPDATE account SET created_at = now()",
                "UPDATE department SET name = 'b'", "UPDATE session SET expires_at = now()",
                "UPDATE api_token SET token_hash = ''", "UPDATE api_token SET expires_at = now()",
                "UPDATE account_role SET role = 'admin'", "UPDATE session SET account = 1",
                "UPDATE session SET address = ''", "UPDATE second_factor SET account = 1", "TRUNCATE second_factor",
                "ALTER TABLE session DISABLE TRIGGER session_kept",
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
                "SELECT sealed_secret FROM second_factor", "SELECT * FROM second_factor",
                "SELECT * FROM api_token", "SELECT key FROM login_throttle", "COPY account TO STDOUT",
            ] {
                #expect(try await database.refusal(statement) == "42501", "\(statement)")
            }
            for statement in [
                "SELECT name, display_name, disabled_at FROM account", "SELECT account, revoked_at FROM session",
                "SELECT id, address, last_used_at, wrong_proofs FROM session",
                "SELECT account, enrolled_at FROM second_factor",
                "SELECT label, last_used_on FROM api_token", "SELECT * FROM access_log", "SELECT * FROM account_role",
                "SELECT * FROM department", "SELECT * FROM account_department", "SELECT attempts FROM login_throttle",
            ] {
                #expect(try await database.refusal(statement) == nil, "\(statement)")
            }
            for table in [
                "account", "session", "api_token", "login_throttle", "access_log", "account_role", "second_factor",
            ] {
                #expect(try await database.refusal("INSERT INTO \(table) DEFAULT VALUES") == "42501", "\(table)")
                #expect(try await database.refusal("DELETE FROM \(table)") == "42501", "\(table)")
            }
        }
    }

    @Test func sessionsOfTheLast90DaysAreKept() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(Self.department + account("a"))
            func session(_ created: String, _ expires: String, _ revoked: String) -> String {
                """
                INSERT INTO session (token_hash, account, created_at, expires_at, revoked_at, last_used_at)
                SELECT sha256('s'), id, \(created), \(expires), \(revoked), now() FROM account;
                """
            }
            func days(_ count: Int) -> String { "now() - interval '\(count) days'" }
            for (created, expires, revoked) in [
                ("now()", "now() + interval '1 hour'", "NULL"), (days(91), "now() + interval '1 hour'", days(89)),
                (days(90), days(89), "NULL"),
            ] {
                try await database.run(session(created, expires, revoked))
                for setting in ["", "SET LOCAL session_replication_role = replica; "] {
                    #expect(try await database.refusal(setting + "DELETE FROM session") == "session_kept")
                }
                try await database.run("ALTER TABLE session DISABLE TRIGGER session_kept; DELETE FROM session")
                try await database.run("ALTER TABLE session ENABLE ALWAYS TRIGGER session_kept")
            }
            for (created, expires, revoked) in [
                (days(92), days(91), "NULL"), (days(92), "now() + interval '1 hour'", days(91)),
            ] {
                try await database.run(session(created, expires, revoked))
                #expect(try await database.refusal("DELETE FROM session") == nil)
            }
        }
    }

    @Test func aCodeIsGoodOnceAndASecretInUseStays() async throws {
        try await withMigratedDatabase { (database) async throws in
            let begin = """
                INSERT INTO second_factor (account, sealed_secret, begun_at)
                SELECT id, decode(repeat('ab', 60), 'hex'), now() FROM account;
                """
            try await database.run(Self.department + account("a") + begin)
            #expect(
                try await database.refusal("UPDATE second_factor SET sealed_secret = 'in clear'")
                    == "second_factor_sealed")
            try await database.run("UPDATE second_factor SET sealed_secret = decode(repeat('cd', 60), 'hex')")
            try await database.run("UPDATE second_factor SET enrolled_at = now(), last_step = 100")
            for change in [
                "last_step = 100", "last_step = 99", "last_step = 0", "enrolled_at = NULL, last_step = 101",
                "sealed_secret = decode(repeat('ef', 60), 'hex'), last_step = 101",
            ] {
                for setting in ["", "SET LOCAL session_replication_role = replica; "] {
                    let statement = setting + "UPDATE second_factor SET " + change
                    #expect(try await database.refusal(statement) == "second_factor_once", "\(statement)")
                }
            }
            #expect(try await database.refusal("UPDATE second_factor SET last_step = 101") == nil)
        }
    }

    @Test func aChainHasOneToThreeRolesNoneTwice() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(Self.department)
            #expect(
                try await database.texts("SELECT array_to_string(approval_chain, ' ') FROM department")
                    == ["section-head finance head"])
            for chain in [
                "'{}'", "'{treasury}'", "'{head,head}'", "'{head,finance,head}'", "'{finance,head,head}'", "'{NULL}'",
                "'{head,NULL}'", "'{section-head,finance,head,officer}'", "'{{head},{finance}}'", "'[0:0]={head}'",
                "'{Head}'",
            ] {
                let statement = "UPDATE department SET approval_chain = \(chain)"
                #expect(try await database.refusal(statement) == "department_approval_chain", "\(statement)")
            }
            for chain in ["'{head}'", "'{finance,head}'", "'{head,finance,section-head}'"] {
                #expect(try await database.refusal("UPDATE department SET approval_chain = \(chain)") == nil)
            }
        }
    }
}
