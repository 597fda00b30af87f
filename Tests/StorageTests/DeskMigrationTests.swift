import Postgres
import Testing

@testable import Migrations
@testable import Storage

/// What the work desk reads: migrations m0046 and m0047.
@Suite struct DeskMigrationTests {
    private static let contract = """
        INSERT INTO contract (number, title, buyer, supplier, price_fen, signed_on, calendar, version, head_hash,
            recorded_at, as_of, paid_fen, payable_now_fen, outstanding_fen, deducted_fen, claim_fen, waived_fen,
            next_blocked_by)
        VALUES ('c', 't', 'ＡＢ局', 'ＣＤ公司', 0, '2024-01-01', 'none', 1, decode(repeat('00', 32), 'hex'), now(),
            '2024-06-03', 0, 0, 0, 0, 0, 0, '{}');
        """
    private static let position = """
        INSERT INTO installment_position (contract, installment, position, buyer, label, kind, gross_fen, deducted_fen,
            recovered_fen, withheld_fen, payable_fen, paid_fen, outstanding_fen, overpaid_fen, in_flight_fen, status,
            blocked_by)
        VALUES ('c', 'i', 0, 'ＡＢ局', 'l', 'advance', 0, 0, 0, 0, 0, 0, 0, 0, 0, 'blocked', '{}');
        """

    /// What was stored before has neither day nor blocker: it is computed afresh, as after a night.
    @Test func whatIsThereIsComputedAfresh() async throws {
        try await withEmptyDatabase { (database) async throws in
            let before = Array(Migration.all.prefix { $0.name != "m0046_installment_expected" })
            #expect(before.count == 45)
            _ = try await Migrator(database, migrations: before).migrate()
            try await database.run(Self.contract)
            let after = Array(Migration.all.prefix(before.count + 1))
            _ = try await Migrator(database, migrations: after).migrate()
            #expect(try await database.texts("SELECT next_change_on::text FROM contract") == ["2024-06-03"])
            #expect(try await database.texts("SELECT as_of::text FROM contract") == ["2024-06-02"])
        }
    }

    @Test func blockersAreKnownAndNamesAreCompared() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(Self.contract + Self.position)
            for blocker in ["ruling", "rectification", "assessment", "invoice", "objection", "event", "date"] {
                let update = "UPDATE installment_position SET blocker = '\(blocker)'"
                #expect(try await database.refusal(update) == nil, "\(blocker)")
            }
            let unknown = "UPDATE installment_position SET blocker = 'mood'"
            #expect(try await database.refusal(unknown) == "installment_position_blocker")
            #expect(try await database.texts("SELECT supplier_key FROM contract") == ["cd公司"])
        }
    }
}
