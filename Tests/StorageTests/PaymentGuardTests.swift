import Postgres
import Testing

@testable import Storage

/// What must never be paid, whatever SQL is sent around the program.
@Suite struct PaymentGuardTests {
    /// A contract over 1000 fen with two installments of 400 and 600.
    private func withContract(_ body: (Database) async throws -> Void) async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(
                """
                INSERT INTO contract VALUES ('A', 't', 'buyer', DEFAULT, 'supplier', 1000, '2024-01-01', 'none', 1, sha256('x'), now(),
                    '2024-01-01', NULL, 0, 0, 1000, 0, 0, 0, 'i', 'l', 'due', 400, '2024-01-01', '{}');
                INSERT INTO installment_position (contract, installment, position, buyer, label, kind, gross_fen, deducted_fen,
                        recovered_fen, withheld_fen, payable_fen, paid_fen, outstanding_fen, overpaid_fen, in_flight_fen,
                        status, blocked_by)
                    SELECT 'A', id, 0, 'buyer', 'l', 'advance', fen, 0, 0, 0, fen, 0, fen, 0, 0, 'due', '{}'
                    FROM (VALUES ('i', 400), ('j', 600)) AS v (id, fen);
                """)
            try await body(database)
        }
    }

    private func payment(
        _ id: String, _ fen: Int, installment: String = "i", voucher: String? = nil, on day: String = "2024-02-01",
        origin: String = "recorded", contract: String = "A"
    ) -> String {
        let voucher = voucher.map { "'\($0)'" } ?? "NULL"
        return """
            INSERT INTO payment VALUES ('\(contract)', '\(id)', '\(installment)', 'buyer', '\(day)', \(day.prefix(4)), \(voucher), NULL,
                \(fen), 0, '\(origin)', NULL, false);
            """
    }

    @Test func refusesMoreThanIsPayable() async throws {
        try await withContract { (database) async throws in
            #expect(try await database.refusal(payment("p1", 401)) == "payment_within_payable")
            #expect(try await database.refusal(payment("p1", 400)) == nil)
            #expect(try await database.refusal(payment("p2", 1)) == "payment_within_payable")
            #expect(try await database.refusal(payment("p2", 1, installment: "none")) == "payment_within_payable")
            #expect(try await database.refusal("UPDATE payment SET amount_fen = 401") == "payment_within_payable")
            #expect(try await database.refusal("UPDATE payment SET returned_fen = 400") == nil)
            #expect(try await database.refusal(payment("p2", 400)) == nil)
            #expect(try await database.refusal("UPDATE payment SET returned_fen = 0") == "payment_within_payable")
        }
    }

    @Test func countsWhatIsInFlight() async throws {
        try await withContract { (database) async throws in
            try await database.run("UPDATE installment_position SET in_flight_fen = 300 WHERE installment = 'i'")
            #expect(try await database.refusal(payment("p1", 101)) == "payment_within_payable")
            #expect(try await database.refusal(payment("p1", 100)) == nil)
            let more = "UPDATE installment_position SET in_flight_fen = 401 WHERE installment = 'i'"
            #expect(try await database.refusal(more) == "in_flight_within_payable")
            // A payment of what was in flight: both change in one transaction and are judged together.
            let both = payment("p2", 300) + "UPDATE installment_position SET in_flight_fen = 0 WHERE installment = 'i'"
            #expect(try await database.refusal(both) == nil)
        }
    }

    @Test func refusesMoreThanThePrice() async throws {
        try await withContract { (database) async throws in
            try await database.run("UPDATE installment_position SET payable_fen = 2000, outstanding_fen = 2000")
            #expect(try await database.refusal(payment("p1", 700)) == nil)
            #expect(try await database.refusal(payment("p2", 301, installment: "j")) == "payment_within_price")
            #expect(try await database.refusal(payment("p2", 300, installment: "j")) == nil)
        }
    }

    @Test func letsHistoriesThrough() async throws {
        try await withContract { (database) async throws in
            #expect(try await database.refusal(payment("p1", 5000, origin: "imported")) == nil)
            #expect(try await database.refusal(payment("p2", 1)) == "payment_within_payable")
            #expect(try await database.refusal("UPDATE payment SET origin = 'recorded'") == "payment_within_payable")
        }
    }

    @Test func takesAVoucherOnceAYear() async throws {
        try await withContract { (database) async throws in
            try await database.run(payment("p1", 10, voucher: "V1"))
            #expect(try await database.refusal(payment("p2", 10, voucher: "V1")) == "payment_voucher_once")
            #expect(
                try await database.refusal(payment("p2", 10, voucher: "V1", origin: "imported"))
                    == "payment_voucher_once")
            #expect(try await database.refusal(payment("p2", 10, voucher: "V1", on: "2025-01-01")) == nil)
            try await database.run("UPDATE payment SET voided = true WHERE fact_id = 'p1'")
            #expect(try await database.refusal(payment("p3", 10, voucher: "V1")) == nil)
            #expect(try await database.refusal("UPDATE payment SET voided = false") == "payment_voucher_once")
        }
    }

    @Test func takesAnInvoiceNumberOnce() async throws {
        try await withContract { (database) async throws in
            func invoice(_ id: String, supplier: String = "supplier", number: String = "N1") -> String {
                "INSERT INTO invoice VALUES ('A', '\(id)', 'i', '\(supplier)', '\(number)', '2024-01-01', 1, false)"
            }
            try await database.run(invoice("v1"))
            #expect(try await database.refusal(invoice("v2")) == "invoice_number_once")
            #expect(try await database.refusal(invoice("v2", supplier: "other")) == nil)
            #expect(try await database.refusal(invoice("v3", number: "N2")) == nil)
        }
    }

    /// Twenty sessions pay 30 of 400 at the same time: thirteen fit.
    @Test func holdsBetweenSessions() async throws {
        try await withContract { (database) async throws in
            let refusals = try await withThrowingTaskGroup(of: String?.self) { group in
                for number in 0..<20 { group.addTask { try await database.refusal(payment("p\(number)", 30)) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(refusals.filter { $0 == nil }.count == 13)
            #expect(refusals.allSatisfy { $0 == nil || $0 == "payment_within_payable" })
            #expect(try await database.texts("SELECT sum(amount_fen)::text FROM payment") == ["390"])
        }
    }

    @Test func refusesASnapshotThatCannotSeeOthers() async throws {
        try await withContract { (database) async throws in
            await #expect(throws: PostgresError.self) {
                try await database.withTransaction(.repeatableRead) { session in
                    _ = try await session.query(Query(Statement(text: String(payment("p1", 1).dropLast()))))
                }
            }
            #expect(try await database.texts("SELECT count(*)::text FROM payment") == ["0"])
        }
    }

    @Test func aTemporaryTableCannotStandInForTheGuardsTables() async throws {
        try await withContract { (database) async throws in
            let refusal = try await database.refusal(
                """
                CREATE TEMPORARY TABLE installment_position ON COMMIT DROP AS
                    SELECT 'A' AS contract, 'i' AS installment, 1000000 AS payable_fen, 0 AS in_flight_fen;
                """ + payment("p1", 401))
            #expect(refusal == "payment_within_payable")
        }
    }
}
