import Postgres
import Testing

@testable import Storage

/// What the journal refuses to SQL that goes around the program, even to the owner of the database.
@Suite struct JournalGuardTests {
    private static let zeros = "decode(repeat('00', 32), 'hex')"

    /// An INSERT of an entry whose bytes are a text.
    private func entry(
        _ contract: String, _ number: Int, bytes: String = "x", previous: String = zeros,
        at time: String = "2024-01-01 12:00Z",
        hash: String? = nil
    ) -> String {
        let kind = number == 1 ? "'registered', 'imported', NULL" : "'event', 'imported', 'f\(number)'"
        return """
            INSERT INTO journal VALUES ('\(contract)', \(number), '\(time)', 'clerk', '2024-01-01', \(kind), '\(contract)/\(number)',
                NULL, convert_to('\(bytes)', 'UTF8'), \(hash ?? "sha256(convert_to('\(bytes)', 'UTF8'))"), \(previous));
            """
    }

    @Test func refusesEveryChange() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(entry("A", 1))
            for statement in [
                "UPDATE journal SET recorded_by = 'other'", "UPDATE journal SET recorded_by = 'other' WHERE false",
                "DELETE FROM journal", "TRUNCATE journal", "TRUNCATE journal CASCADE",
                "MERGE INTO journal USING (SELECT) AS one ON true WHEN MATCHED THEN DELETE",
                "INSERT INTO journal SELECT * FROM journal ON CONFLICT (contract, number) DO UPDATE SET recorded_by = 'other'",
            ] {
                #expect(try await database.refusal(statement) == "journal_append_only", "\(statement)")
                let asReplica = "SET LOCAL session_replication_role = replica; " + statement
                #expect(try await database.refusal(asReplica) == "journal_append_only", "replica: \(statement)")
            }
        }
    }

    @Test func refusesEveryChangeOfACalendar() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run("INSERT INTO holiday_calendar VALUES (1, now(), 'clerk', 'date,kind')")
            for statement in ["UPDATE holiday_calendar SET csv = ''", "DELETE FROM holiday_calendar"] {
                #expect(try await database.refusal(statement) == "holiday_calendar_append_only", "\(statement)")
            }
        }
    }

    @Test func refusesWhatDoesNotFollow() async throws {
        try await withMigratedDatabase { (database) async throws in
            try await database.run(entry("A", 1, bytes: "one"))
            let one = "sha256('one')"
            #expect(try await database.refusal(entry("A", 3, previous: one)) == "journal_chain")
            #expect(try await database.refusal(entry("A", 2)) == "journal_chain")
            #expect(try await database.refusal(entry("A", 2, previous: "sha256('other')")) == "journal_chain")
            #expect(try await database.refusal(entry("B", 2, previous: one)) == "journal_chain")
            #expect(
                try await database.refusal(entry("A", 2, previous: one, at: "2024-01-01 11:59Z")) == "journal_chain")
            #expect(try await database.refusal(entry("B", 1, previous: one)) == "journal_chain")
            #expect(try await database.refusal(entry("A", 1)) == "journal_pkey")
            let replica = "SET LOCAL session_replication_role = replica; "
            #expect(try await database.refusal(replica + entry("A", 3, previous: one)) == "journal_chain")
            #expect(try await database.refusal(entry("A", 2, bytes: "two", previous: one)) == nil)
            #expect(try await database.refusal(entry("A", 2, bytes: "fork", previous: one)) == "journal_pkey")
        }
    }

    @Test func looksAtEntriesThatComeTogether() async throws {
        try await withMigratedDatabase { (database) async throws in
            func values(_ entries: String...) -> String {
                "INSERT INTO journal VALUES "
                    + entries.map { entry in
                        String(entry.split(separator: "VALUES ", maxSplits: 1)[1].dropLast())
                    }.joined(separator: ", ")
            }
            let first = entry("A", 1, bytes: "one")
            let second = entry("A", 2, bytes: "two", previous: "sha256('one')")
            let third = entry("A", 3, bytes: "three", previous: "sha256('two')")
            let gap = try await database.refusal(values(first, third))
            #expect(gap == "journal_chain")
            #expect(
                try await database.refusal(values(first, entry("A", 2, previous: "sha256('other')"))) == "journal_chain"
            )
            #expect(try await database.refusal(values(third, first, second, entry("B", 1))) == nil)
        }
    }

    @Test func refusesAHashThatIsNotThatOfTheBytes() async throws {
        try await withMigratedDatabase { (database) async throws in
            let refusal = try await database.refusal(entry("A", 1, hash: "sha256('other')"))
            #expect(refusal == "journal_hash_of_bytes")
        }
    }
}
