import Postgres
import Testing

@testable import Storage

/// What must never be asked for, approved or paid on payment requests, whatever SQL is sent around the program, in
/// whichever role.
@Suite struct RequestGuardTests {
    /// How the SQL arrives: its role, and what is said before it.
    enum Intruder: CaseIterable {
        case owner, replica, program

        var role: String? { self == .program ? "tranche_app" : nil }
        var opening: String { self == .replica ? "SET LOCAL session_replication_role = replica; " : "" }
    }

    /// A contract with two installments of 400 and 600 fen, and on the first a request of 150 that officer raised,
    /// section-head and head approved.
    private static let office = """
        INSERT INTO contract VALUES ('A', 't', 'buyer', DEFAULT, 'supplier', 1000, '2024-01-01', 'none', 1, sha256('x'), now(),
            '2024-01-01', NULL, 0, 0, 1000, 0, 0, 0, 'i', 'l', 'due', 400, '2024-01-01', '{}');
        INSERT INTO installment_position (contract, installment, position, buyer, label, kind, gross_fen, deducted_fen,
                recovered_fen, withheld_fen, payable_fen, paid_fen, outstanding_fen, overpaid_fen, in_flight_fen,
                status, blocked_by)
            SELECT 'A', id, 0, 'buyer', 'l', 'advance', fen, 0, 0, 0, fen, 0, fen, 0, 0, 'due', '{}'
            FROM (VALUES ('i', 400), ('j', 600)) AS v (id, fen);
        INSERT INTO payment_request (id, contract, installment, buyer, amount_fen, paid_fen, state, waits_for, round,
                acted, requested_by, requested_at)
            VALUES ('r', 'A', 'i', 'buyer', 150, 0, 'approved', 'treasury', 1, '{officer,head}', 'officer', now());
        INSERT INTO payment_request_act VALUES
            ('r', 2, 1, 'officer', 'requester'), ('r', 3, 1, 'section-head', 'section-head'), ('r', 4, 1, 'head', 'head');
        INSERT INTO journal VALUES ('A', 1, now(), 'clerk', '2024-01-01', 'registered', 'imported', NULL, 'key',
            NULL, '1', sha256('1'), decode(repeat('00', 32), 'hex'));
        """

    private func intruding(
        _ intruder: Intruder, _ body: ((String) async throws -> String?, Database) async throws -> Void
    ) async throws {
        try await withMigratedDatabase(role: intruder.role) { (database) async throws in
            try await database.run(Self.office)
            try await body({ try await database.refusal(intruder.opening + $0) }, database)
        }
    }

    private static func payment(
        _ id: String, _ fen: Int, installment: String = "i", request: String? = "r", voucher: String? = nil
    ) -> String {
        let voucher = voucher.map { "'\($0)'" } ?? "NULL"
        let request = request.map { "'\($0)'" } ?? "NULL"
        return """
            INSERT INTO payment VALUES ('A', '\(id)', '\(installment)', 'buyer', '2024-02-01', 2024, \(voucher), NULL,
                \(fen), 0, 'recorded', \(request), false);
            """
    }

    /// An entry of the journal that says who recorded a payment; behind the registration, or behind another payment.
    private static func recorded(_ payment: String, by name: String, _ number: Int = 2) -> String {
        """
        INSERT INTO journal VALUES ('A', \(number), now(), '\(name)', '2024-02-01', 'paid', 'recorded', '\(payment)', 'key \(number)',
            NULL, '\(number)', sha256('\(number)'), sha256('\(number - 1)'));
        """
    }

    @Test(arguments: Intruder.allCases) func nothingIsHeldAboveThePayable(_ intruder: Intruder) async throws {
        try await intruding(intruder) { (refusal, _) async throws in
            let hold = "UPDATE installment_position SET in_flight_fen = 401 WHERE installment = 'i'"
            #expect(try await refusal(hold) == "in_flight_within_payable")
            let insert = """
                INSERT INTO installment_position (contract, installment, position, buyer, label, kind, gross_fen,
                        deducted_fen, recovered_fen, withheld_fen, payable_fen, paid_fen, outstanding_fen, overpaid_fen,
                        in_flight_fen, status, blocked_by)
                    VALUES ('A', 'k', 2, 'buyer', 'l', 'advance', 1, 0, 0, 0, 1, 0, 1, 0, 2, 'due', '{}')
                """
            #expect(try await refusal(insert) == "in_flight_within_payable")
            let negative = "UPDATE installment_position SET in_flight_fen = -1"
            #expect(try await refusal(negative) == "installment_position_in_flight")
            let whole = "UPDATE installment_position SET in_flight_fen = 400 WHERE installment = 'i'"
            #expect(try await refusal(whole) == nil)
            // What the request holds is not paid without taking it off first.
            #expect(try await refusal(Self.payment("p", 1)) == "payment_within_payable")
        }
    }

    @Test(arguments: Intruder.allCases) func nothingIsPaidAboveTheRequest(_ intruder: Intruder) async throws {
        try await intruding(intruder) { (refusal, database) async throws in
            #expect(try await refusal(Self.payment("p", 151)) == "payment_within_request")
            #expect(try await refusal(Self.payment("p", 100)) == nil)
            #expect(try await refusal(Self.payment("q", 51)) == "payment_within_request")
            #expect(try await refusal("UPDATE payment SET amount_fen = 151") == "payment_within_request")
            #expect(try await refusal(Self.payment("q", 200, request: nil)) == nil)
            let moved = "UPDATE payment SET request = 'r' WHERE fact_id = 'q'"
            #expect(try await refusal(moved) == "payment_within_request")
            #expect(try await refusal("UPDATE payment SET returned_fen = 60 WHERE fact_id = 'p'") == nil)
            #expect(try await refusal(Self.payment("s", 100)) == nil)
            let back = "UPDATE payment SET returned_fen = 0 WHERE fact_id = 'p'"
            #expect(try await refusal(back) == "payment_within_request")
            let paid = try await database.texts("SELECT sum(amount_fen - returned_fen)::text FROM payment")
            #expect(paid == ["340"])
        }
    }

    @Test(arguments: Intruder.allCases) func aPaymentBelongsToItsRequest(_ intruder: Intruder) async throws {
        try await intruding(intruder) { (refusal, _) async throws in
            #expect(try await refusal(Self.payment("p", 1, request: "none")) == "payment_within_request")
            #expect(try await refusal(Self.payment("p", 1, installment: "j")) == "payment_within_request")
            #expect(try await refusal(Self.payment("p", 1)) == nil)
            let moved = "UPDATE payment SET installment = 'j'"
            #expect(try await refusal(moved) == "payment_within_request")
        }
    }

    @Test(arguments: Intruder.allCases) func aRequestsRowAddsUp(_ intruder: Intruder) async throws {
        try await intruding(intruder) { (refusal, _) async throws in
            let within = "payment_request_paid_within_amount"
            #expect(try await refusal("UPDATE payment_request SET paid_fen = 151") == within)
            #expect(try await refusal("UPDATE payment_request SET paid_fen = -1") == within)
            #expect(try await refusal("UPDATE payment_request SET amount_fen = 0") == "payment_request_amount_positive")
            #expect(try await refusal("UPDATE payment_request SET state = 'granted'") == "payment_request_state_known")
            let over = "UPDATE payment_request SET state = 'paid'"
            #expect(try await refusal(over) == "payment_request_waits_while_open")
            #expect(try await refusal("UPDATE payment_request SET paid_fen = 150") == nil)
        }
    }

    @Test(arguments: Intruder.allCases) func nobodyActsTwice(_ intruder: Intruder) async throws {
        try await intruding(intruder) { (refusal, _) async throws in
            func act(_ entry: Int, _ name: String, _ act: String, round: Int = 1) -> String {
                "INSERT INTO payment_request_act VALUES ('r', \(entry), \(round), '\(name)', '\(act)')"
            }
            #expect(try await refusal(act(5, "officer", "finance")) == "payment_request_act_once")
            #expect(try await refusal(act(5, "head", "finance")) == "payment_request_act_once")
            #expect(try await refusal(act(5, "finance", "treasury")) == "payment_request_act_known")
            #expect(try await refusal(act(4, "finance", "finance")) == "payment_request_act_pkey")
            #expect(try await refusal(act(5, "finance", "finance")) == nil)
            #expect(try await refusal(act(6, "officer", "requester", round: 2)) == nil)
            let changed = "UPDATE payment_request_act SET actor = 'officer' WHERE actor = 'head'"
            #expect(try await refusal(changed) == "payment_request_act_once")
        }
    }

    @Test(arguments: Intruder.allCases) func nobodyPaysWhatTheyApproved(_ intruder: Intruder) async throws {
        try await intruding(intruder) { (refusal, _) async throws in
            // Entries behind those of the acts, so that these come before the payment.
            let earlier = (2...4).map { Self.recorded("e\($0)", by: "clerk", $0) }.joined()
            for name in ["officer", "section-head", "head"] {
                let own = earlier + Self.recorded("p", by: name, 5) + Self.payment("p", 1)
                #expect(try await refusal(own) == "payment_by_another", "\(name)")
            }
            let other = earlier + Self.recorded("p", by: "treasury", 5) + Self.payment("p", 1)
            #expect(try await refusal(other) == nil)
        }
    }

    @Test(arguments: Intruder.allCases) func aVoucherPaysOnce(_ intruder: Intruder) async throws {
        try await intruding(intruder) { (refusal, _) async throws in
            #expect(try await refusal(Self.payment("p", 1, voucher: "V")) == nil)
            #expect(try await refusal(Self.payment("q", 1, voucher: "V")) == "payment_voucher_once")
            let elsewhere = Self.payment("q", 1, installment: "j", request: nil, voucher: "V")
            #expect(try await refusal(elsewhere) == "payment_voucher_once")
            #expect(try await refusal(Self.payment("p", 1, voucher: "W")) == "payment_pkey")
            #expect(try await refusal(Self.payment("q", 1, voucher: "W")) == nil)
        }
    }

    /// What the journal says of requests and payments stays; the program's role may not even try.
    @Test(arguments: Intruder.allCases) func theJournalStays(_ intruder: Intruder) async throws {
        try await intruding(intruder) { (refusal, database) async throws in
            try await database.run(Self.recorded("p", by: "treasury"))
            let expected = intruder == .program ? "42501" : "journal_append_only"
            for statement in [
                "UPDATE journal SET recorded_by = 'other'", "DELETE FROM journal WHERE fact_id = 'p'",
                "TRUNCATE journal",
            ] {
                #expect(try await refusal(statement) == expected, "\(statement)")
            }
            #expect(try await refusal(Self.recorded("p", by: "treasury", 3)) == "journal_fact_once")
            let again = Self.recorded("q", by: "treasury", 3).replacing("'key 3'", with: "'key 2'")
            #expect(try await refusal(again) == "journal_idempotency_key_once")
            let entries = try await database.texts("SELECT count(*)::text FROM journal")
            #expect(entries == ["2"])
        }
    }
}
