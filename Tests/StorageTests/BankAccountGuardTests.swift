import Postgres
import Testing

@testable import Storage

/// What the database refuses about suppliers' bank accounts, whatever the program does.
@Suite struct BankAccountGuardTests {
    /// Department a (1) with the accounts 1 and 2, department b (2) with account 3.
    private static let people = """
        INSERT INTO department (name, created_at) VALUES ('a', now()), ('b', now());
        INSERT INTO account (name, display_name, department, password_hash, password_set_at, created_at)
        VALUES ('one', 'x', 1, '$argon2id$x', now(), now()), ('two', 'x', 1, '$argon2id$x', now(), now()),
            ('three', 'x', 2, '$argon2id$x', now(), now());
        """

    private func proposal(
        _ number: Int = 1, by account: Int = 1, in department: Int = 1, supplier: String = "供应商",
        digits: String = "6222020200112233", key: String? = nil
    ) -> String {
        """
        INSERT INTO bank_account_proposal (department, supplier, number, holder, bank, account_number, reason,
            proposed_by, proposed_at, idempotency_key)
        VALUES (\(department), '\(supplier)', \(number), 'h', 'b', '\(digits)', 'r', \(account), '2024-01-01T00:00Z',
            '\(key ?? "\(department)/\(supplier)/\(number)")');
        """
    }

    private func decision(
        _ decision: String, _ number: Int = 1, of proposal: Int = 1, by account: Int = 2, proposedBy proposer: Int = 1,
        in department: Int = 1, at moment: String = "2024-01-02T00:00Z", effective: String? = nil,
        reason: String = "r"
    ) -> String {
        let effective = effective ?? (decision == "confirmed" ? "2024-01-03T00:00Z" : nil)
        return """
            INSERT INTO bank_account_decision VALUES (\(proposal), \(number), '\(decision)', \(department), \(proposer),
                \(account), '\(moment)', \(effective.map { "'\($0)'" } ?? "NULL"), '\(reason)', '\(proposal)/\(number)');
            """
    }

    @Test func oneProposalOfASupplierIsOpen() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(Self.people + proposal())
            #expect(try await database.refusal(proposal(2)) == "bank_account_one_open")
            #expect(try await database.refusal(proposal(3)) == "bank_account_one_open")
            #expect(try await database.refusal(proposal(0, key: "k")) == "bank_account_proposal_number")
            #expect(try await database.refusal(proposal(1, key: "k")) == "bank_account_proposal_number_once")
            #expect(try await database.refusal(proposal(2, supplier: "供应商 ")) == "bank_account_supplier_form")
            let asReplica = "SET LOCAL session_replication_role = replica; "
            #expect(try await database.refusal(asReplica + proposal(2)) == "bank_account_one_open")
            #expect(try await database.refusal(proposal(supplier: "ＡＢ")) == nil)
            #expect(try await database.refusal(proposal(2, supplier: "ab")) == "bank_account_one_open")
            #expect(try await database.refusal(proposal(by: 3, in: 2)) == nil)
            try await database.run(decision("rejected"))
            #expect(try await database.refusal(proposal(3)) == "bank_account_one_open")
            #expect(try await database.refusal(proposal(2)) == nil)
        }
    }

    @Test func aSecondPersonOfTheDepartmentConfirms() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(Self.people + proposal())
            for (script, refusal) in [
                (decision("confirmed", by: 1), "bank_account_second_person"),
                // Neither by naming another proposer, nor by another department's hand.
                (decision("confirmed", by: 1, proposedBy: 2), "bank_account_decision_proposal"),
                (decision("confirmed", by: 3), "bank_account_decision_home"),
                (decision("confirmed", by: 3, in: 2), "bank_account_decision_proposal"),
                (decision("withdrawn", by: 2), "bank_account_withdrawn_by_proposer"),
                (decision("approved"), "bank_account_decision_known"),
                (decision("rejected", reason: ""), "bank_account_decision_reason_form"),
                (decision("confirmed", 2), "bank_account_confirmed_first"),
                (decision("rejected", 2), "bank_account_decided"),
                (decision("rejected", 3), "bank_account_decision_number"),
                (decision("confirmed", effective: "2024-01-02T23:59:59Z"), "bank_account_cooling"),
                (decision("rejected", effective: "2024-01-04T00:00Z"), "bank_account_effective"),
                (decision("rejected", at: "2023-12-31T00:00Z"), "bank_account_cooling"),
            ] {
                #expect(try await database.refusal(script) == refusal)
            }
            let asReplica = "SET LOCAL session_replication_role = replica; "
            #expect(
                try await database.refusal(asReplica + decision("confirmed", by: 1)) == "bank_account_second_person")
            #expect(
                try await database.refusal(asReplica + decision("confirmed", effective: "2024-01-02T23:59:59Z"))
                    == "bank_account_cooling")
            #expect(try await database.refusal(decision("confirmed")) == nil)
            #expect(try await database.refusal(decision("rejected")) == "bank_account_decision_pkey")
        }
    }

    @Test func aConfirmedOneIsStoppedOnlyWhileItWaits() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(Self.people + proposal() + decision("confirmed"))
            for moment in ["2024-01-03T00:00Z", "2024-01-01T12:00Z"] {
                #expect(try await database.refusal(decision("rejected", 2, at: moment)) == "bank_account_decided")
            }
            #expect(try await database.refusal(decision("rejected", 2, at: "2024-01-02T23:59:59Z")) == nil)
            #expect(try await database.refusal(decision("withdrawn", 2, by: 1)) == "bank_account_decision_pkey")
        }
        try await withMigratedDatabase { (database) async throws in
            try await database.run(Self.people + proposal() + decision("rejected"))
            #expect(try await database.refusal(decision("withdrawn", 2, by: 1)) == "bank_account_decided")
        }
    }

    @Test func nothingIsChangedOrRemoved() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(Self.people + proposal() + decision("confirmed"))
            for table in ["bank_account_proposal", "bank_account_decision"] {
                for statement in [
                    "UPDATE \(table) SET reason = ''", "DELETE FROM \(table)", "TRUNCATE \(table) CASCADE",
                ] {
                    let refusal = try await database.refusal(statement)
                    #expect(refusal?.hasSuffix("_append_only") == true, "\(statement)")
                    let asReplica = "SET LOCAL session_replication_role = replica; " + statement
                    #expect(try await database.refusal(asReplica) == refusal, "replica: \(statement)")
                }
            }
        }
    }

    @Test func formsAreHeld() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(Self.people)
            for digits in ["12345", String(repeating: "1", count: 41), "1234 5678", "12345６", "123456\n", ""] {
                #expect(try await database.refusal(proposal(digits: digits)) == "bank_account_number_form", "\(digits)")
            }
            for column in ["holder", "bank", "reason", "supplier"] {
                for value in ["", " x", "x\u{202e}", "x\n", "e\u{301}"] {
                    let base = proposal(supplier: "S")
                    let place = ["supplier": "'S'", "holder": "'h'", "bank": "'b'", "reason": "'r'"][column] ?? ""
                    let script = base.replacing(place, with: "'\(value)'", maxReplacements: 1)
                    #expect(script != base && script.contains("'\(value)'"))
                    #expect(try await database.refusal(script) == "bank_account_\(column)_form", "\(column) \(value)")
                }
            }
            for hours in [-1, 337] {
                let update = "UPDATE department SET bank_account_cooling_hours = \(hours)"
                #expect(try await database.refusal(update) == "department_cooling_form")
            }
        }
    }

    @Test func rolesAddAndRead() async throws {
        try await withMigratedDatabase(role: "tranche_app") { (database) async throws in
            try await database.run(Self.people + proposal() + decision("confirmed"))
            for table in ["bank_account_proposal", "bank_account_decision"] {
                for statement in ["UPDATE \(table) SET reason = 'x'", "DELETE FROM \(table)", "TRUNCATE \(table)"] {
                    #expect(try await database.refusal(statement) == "42501", "\(statement)")
                }
            }
            #expect(try await database.refusal("UPDATE department SET name = 'x'") == "42501")
            #expect(try await database.refusal("UPDATE department SET bank_account_cooling_hours = 0") == nil)
        }
        try await withMigratedDatabase(role: "tranche_auditor") { (database) async throws in
            for table in ["bank_account_proposal", "bank_account_decision"] {
                #expect(try await database.refusal("SELECT * FROM \(table)") == nil)
                #expect(try await database.refusal("INSERT INTO \(table) DEFAULT VALUES") == "42501", "\(table)")
            }
            #expect(try await database.refusal("UPDATE department SET bank_account_cooling_hours = 0") == "42501")
        }
    }
}
