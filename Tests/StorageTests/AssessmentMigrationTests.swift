import Postgres
import Testing

@testable import Migrations
@testable import Storage

/// The work list of assessments: migration m0051.
@Suite struct AssessmentMigrationTests {
    private static let contract = """
        INSERT INTO contract (number, title, buyer, supplier, price_fen, signed_on, calendar, version, head_hash,
            recorded_at, as_of, paid_fen, payable_now_fen, outstanding_fen, deducted_fen, claim_fen, waived_fen,
            next_blocked_by)
        VALUES ('c', 't', 'ＡＢ局', 's', 0, '2024-01-01', 'none', 1, decode(repeat('00', 32), 'hex'), now(),
            '2024-06-03', 0, 0, 0, 0, 0, 0, '{}');
        """
    private static func assessment(_ state: String, _ more: String = "NULL, NULL") -> String {
        """
        INSERT INTO assessment_result (contract, assessment, label, deduction_fen, settled, position, buyer, state,
            outstanding_fen, score, assessed_on)
        VALUES ('c', '\(state)', 'l', 0, false, 0, 'ＡＢ局', '\(state)', 0, \(more))
        """
    }

    /// Results that are stored already keep theirs, and what has none gets a row with the next list.
    @Test func whatIsThereIsComputedAfresh() async throws {
        try await withEmptyDatabase { (database) async throws in
            let before = Array(Migration.all.prefix { $0.name != "m0051_assessment_work_list" })
            _ = try await Migrator(database, migrations: before).migrate()
            try await database.run(
                Self.contract + "INSERT INTO assessment_result VALUES ('c', 'a', 'l', 91, '2024-01-20', 0, true);")
            _ = try await Migrator(database, migrations: Array(Migration.all.prefix(before.count + 1))).migrate()
            #expect(try await database.texts("SELECT score || stage FROM assessment_result") == ["91over"])
            #expect(
                try await database.texts("SELECT as_of || ' ' || next_change_on FROM contract") == [
                    "2024-06-02 2024-06-03"
                ])
        }
    }

    @Test func statesAreKnownAndMakeTheStages() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(Self.contract)
            for state in ["missing", "rectification", "ruling", "upcoming", "settled", "lapsed"] {
                try await database.run(Self.assessment(state))
            }
            #expect(
                try await database.texts("SELECT stage || count(*) FROM assessment_result GROUP BY stage ORDER BY 1")
                    == ["over2", "upcoming1", "waiting3"])
            #expect(try await database.texts("SELECT DISTINCT buyer_key FROM assessment_result") == ["ab局"])
            #expect(try await database.refusal(Self.assessment("mood")) == "assessment_result_state_known")
            #expect(try await database.refusal(Self.assessment("missing", "1, NULL")) == "assessment_result_whole")
        }
    }
}
