import Postgres
import Testing

/// Holds what is in the database after a race against what its clients were told.
struct RaceVerdict {
    /// An entry that carries a client's key.
    private struct Entry {
        let kind: String
        let by: String
        let isPayment: Bool
    }

    private let database: Database

    init(_ database: Database) { self.database = database }

    func check(_ records: [RaceLedger.Record]) async throws {
        let entries = try await entries()
        let payments = try await payments()
        var paid: Set<String> = []
        for record in records {
            let key = record.command.key
            let ids = Set(
                record.acknowledgements.compactMap { if case .acknowledged(let id, _) = $0 { id } else { nil } })
            let firsts = record.answers.count { if case .acknowledged(_, false) = $0 { true } else { false } }
            #expect(ids.count <= 1 && firsts <= 1, "\(key) was carried out more than once: \(record.answers)")
            if let id = ids.first {
                #expect(entries[key]?.kind == record.command.kind, "\(key) was acknowledged and is not there")
                #expect(entries[key]?.by == record.command.person, "\(key)")
                if case .pay(let fen) = record.command.act {
                    #expect(payments[id] == fen, "\(key): payment \(id)")
                    paid.insert(id)
                }
            } else if record.unanswered == 0 {
                #expect(entries[key] == nil, "\(key) was refused and is there: \(record.answers)")
            }
        }
        let known = Set(records.map(\.command.key))
        #expect(Set(entries.keys).isSubset(of: known), "somebody else wrote")
        // Each payment in the table has one keyed entry, also those of which nobody heard.
        #expect(entries.values.count { $0.isPayment } == payments.count && paid.count <= payments.count)
        #expect(paid.count > 10, "only \(paid.count) payments were acknowledged")
        for rule in Self.rules { #expect(try await texts(rule) == [], "\(rule)") }
    }

    /// Every row of every table that follows from the journal, with the version of the row.
    func rows() async throws -> [String] {
        var lines: [String] = []
        for table in [
            "journal", "contract", "installment_position", "payment_request", "payment_request_act", "payment",
            "invoice", "assessment_result",
        ] {
            lines += try await texts(
                "SELECT '\(table) ' || xmin::text || t::text COLLATE \"C\" FROM \(table) AS t ORDER BY 1")
        }
        return lines
    }

    private func entries() async throws -> [String: Entry] {
        let keyed: Query = """
            SELECT substr(idempotency_key, 7), kind, recorded_by FROM journal WHERE idempotency_key LIKE 'given:%'
            """
        let rows = try await database.query(keyed).map { row throws(PostgresError) in
            (
                try row.text(0),
                Entry(kind: try row.text(1), by: try row.text(2), isPayment: try row.text(1) == "request-paid")
            )
        }
        return Dictionary(rows) { first, _ in first }
    }

    private func payments() async throws -> [String: Int] {
        let rows = try await database.query("SELECT fact_id, amount_fen FROM payment").map {
            row throws(PostgresError) in
            (try row.text(0), Int(try row.int64(1)))
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    private func texts(_ sql: String) async throws -> [String] {
        try await database.query(Query(Statement(text: sql))).map { row throws(PostgresError) in try row.text(0) }
    }

    /// What each finds must not be.
    private static let rules = [
        // More is paid and held than is payable, by the position's own word and by the sum of the payments.
        "SELECT contract FROM installment_position WHERE paid_fen + in_flight_fen > payable_fen OR overpaid_fen > 0",
        """
        SELECT p.contract FROM installment_position AS p WHERE paid_fen <> coalesce((SELECT sum(amount_fen)::int8
            FROM payment AS q WHERE q.contract = p.contract AND q.installment = p.installment), 0)
        """,
        """
        SELECT p.contract FROM installment_position AS p WHERE in_flight_fen <> coalesce((
            SELECT sum(amount_fen - paid_fen)::int8 FROM payment_request AS r WHERE r.contract = p.contract
                AND r.installment = p.installment AND r.state IN ('submitted', 'approved', 'partly-paid')), 0)
        """,
        // More is paid on a request than was approved.
        """
        SELECT id FROM payment_request AS r WHERE paid_fen > amount_fen OR paid_fen <> coalesce((
            SELECT sum(amount_fen)::int8 FROM payment AS p WHERE p.request = r.id), 0)
        """,
        // Somebody paid on what was not approved by all three, or on what the same person asked for or approved.
        """
        SELECT p.fact_id FROM payment AS p WHERE p.request IS NULL OR 4 <> (
            SELECT count(DISTINCT a.actor) FROM payment_request_act AS a WHERE a.request = p.request)
        """,
        """
        SELECT p.fact_id FROM payment AS p JOIN journal AS j ON j.contract = p.contract AND j.fact_id = p.fact_id
            JOIN payment_request_act AS a ON a.request = p.request AND a.actor = j.recorded_by
        """,
        "SELECT voucher FROM payment GROUP BY voucher HAVING count(*) > 1",
    ]
}

extension RaceCommand {
    /// The kind of the entry that it writes.
    fileprivate var kind: String {
        switch act {
        case .raise: "request-submitted"
        case .approve: "request-approved"
        case .withdraw: "request-withdrawn"
        case .pay: "request-paid"
        }
    }
}
