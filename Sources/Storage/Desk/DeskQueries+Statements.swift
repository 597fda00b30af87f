internal import Postgres

/// The text of the statements; `$1` is the scope.
extension DeskQueries {
    /// Contracts of suppliers that were micro, small or medium when the contract was signed: found from the recorded
    /// scales, which are few.
    private static func smallContracts(_ scope: DeskScope) -> String {
        """
        SELECT c.number FROM (
            SELECT DISTINCT buyer_key, supplier_key FROM supplier_scale WHERE \(scope.condition)
        ) AS k JOIN contract AS c ON c.buyer_key = k.buyer_key AND c.supplier_key = k.supplier_key
        WHERE (
            SELECT s.scale FROM supplier_scale AS s
            WHERE s.buyer_key = k.buyer_key AND s.supplier_key = k.supplier_key AND s.since <= c.signed_on
            ORDER BY s.since DESC, s.entry DESC LIMIT 1) IN ('micro', 'small', 'medium')
        """
    }

    /// The first installments that a condition picks, each with its contract: the first of each buyer as they stand in
    /// the index, and of these the first. `count` is the limit's parameter.
    private static func firsts(
        _ scope: DeskScope, _ condition: String, by order: String, _ count: String, with: String = ""
    ) -> String {
        """
        \(with)SELECT \(ListedPosition.selection) FROM (
            SELECT i.* FROM \(scope.buyers) AS b (key) CROSS JOIN LATERAL (
                SELECT * FROM installment_position WHERE buyer_key = b.key AND \(condition)
                ORDER BY \(order), contract, position LIMIT \(count)
            ) AS i ORDER BY i.\(order), i.contract, i.position LIMIT \(count)
        ) AS p JOIN contract AS c ON c.number = p.contract ORDER BY p.\(order), p.contract, p.position
        """
    }

    static let payable = DeskScope.statement { scope in
        """
        WITH small AS MATERIALIZED (\(smallContracts(scope)))
        SELECT status, count(*), sum(outstanding_fen)::int8 FROM installment_position
        WHERE \(scope.condition) AND status IN ('due', 'overdue') GROUP BY status
        UNION ALL
        SELECT 'small', count(*), coalesce(sum(p.outstanding_fen), 0)::int8
        FROM small JOIN installment_position AS p ON p.contract = small.number WHERE p.status = 'overdue'
        """
    }

    static let overdueSmall = DeskScope.statement { scope in
        """
        WITH small AS MATERIALIZED (\(smallContracts(scope)))
        SELECT \(ListedPosition.selection) FROM (
            SELECT p.* FROM small JOIN installment_position AS p ON p.contract = small.number
            WHERE p.status = 'overdue' ORDER BY p.due_on, p.contract, p.position LIMIT $2
        ) AS p JOIN contract AS c ON c.number = p.contract ORDER BY p.due_on, p.contract, p.position
        """
    }

    static let overdueOthers = DeskScope.statement { scope in
        firsts(
            scope, "status = 'overdue' AND contract NOT IN (SELECT number FROM small)", by: "due_on", "$2",
            with: "WITH small AS MATERIALIZED (\(smallContracts(scope)))\n")
    }

    static let dueTotal = DeskScope.statement { scope in
        """
        SELECT 'due', count(*), coalesce(sum(outstanding_fen), 0)::int8 FROM installment_position
        WHERE \(scope.condition) AND status NOT IN ('settled', 'cancelled')
            AND coalesce(due_on, 'infinity'::date) BETWEEN $2::date AND $3::date
        """
    }

    static let due = DeskScope.statement { scope in
        firsts(
            scope,
            """
            status NOT IN ('settled', 'cancelled') AND coalesce(due_on, 'infinity'::date) BETWEEN $2::date AND $3::date
            """, by: "due_on", "$4")
    }

    static let blocked = DeskScope.statement { scope in
        """
        SELECT blocker, count(*), sum(outstanding_fen)::int8 FROM installment_position
        WHERE \(scope.condition) AND blocker <> 'date' GROUP BY blocker
        """
    }

    static let firstBlocked = DeskScope.statement { scope in
        """
        SELECT \(ListedPosition.selection)
        FROM unnest($2::text[]) WITH ORDINALITY AS by (name, place) CROSS JOIN LATERAL (
            SELECT i.* FROM \(scope.buyers) AS b (key) CROSS JOIN LATERAL (
                SELECT * FROM installment_position WHERE buyer_key = b.key AND blocker = by.name AND blocker <> 'date'
                ORDER BY expected_on, contract, position LIMIT $3
            ) AS i ORDER BY i.expected_on, i.contract, i.position LIMIT $3
        ) AS p JOIN contract AS c ON c.number = p.contract
        ORDER BY by.place, p.expected_on, p.contract, p.position
        """
    }

    static let releaseTotal = DeskScope.statement { scope in
        """
        SELECT 'release', count(*), coalesce(sum(outstanding_fen), 0)::int8 FROM installment_position
        WHERE \(scope.condition) AND kind = 'holdback' AND status NOT IN ('settled', 'cancelled') AND expected_on <= $2::date
        """
    }

    static let releases = DeskScope.statement { scope in
        firsts(
            scope, "kind = 'holdback' AND status NOT IN ('settled', 'cancelled') AND expected_on <= $2::date",
            by: "expected_on", "$3")
    }

    static let held = DeskScope.statement { scope in
        """
        SELECT 'held', count(*), coalesce(sum(in_flight_fen), 0)::int8 FROM installment_position
        WHERE \(scope.condition) AND in_flight_fen > 0
        """
    }

    /// Ranges of the index, one a group: no date is taken apart for a row.
    static let cash = DeskScope.statement { scope in
        """
        SELECT g.name, t.count, t.sum FROM (
            SELECT (place - 1)::text AS name, coalesce(lag(day) OVER (ORDER BY place), '-infinity'::date) AS first, day AS last
            FROM unnest($2::date[]) WITH ORDINALITY AS ends (day, place)
            UNION ALL SELECT 'later', ($2::date[])[cardinality($2::date[])], 'infinity'
        ) AS g CROSS JOIN LATERAL (
            SELECT count(*), coalesce(sum(outstanding_fen), 0)::int8 AS sum FROM installment_position
            WHERE \(scope.condition) AND status NOT IN ('settled', 'cancelled') AND expected_on >= g.first AND expected_on < g.last
        ) AS t
        UNION ALL
        SELECT 'undated', count(*), coalesce(sum(outstanding_fen), 0)::int8 FROM installment_position
        WHERE \(scope.condition) AND status NOT IN ('settled', 'cancelled') AND expected_on IS NULL
        """
    }

    static let planned = DeskScope.statement { scope in
        byMonth(
            "count(*), coalesce(sum(payable_fen), 0)::int8 AS sum", "installment_position", "expected_on",
            "\(scope.condition) AND status <> 'cancelled' AND expected_on IS NOT NULL")
    }

    static let paid = DeskScope.statement { scope in
        byMonth(
            "count(*), coalesce(sum(amount_fen - returned_fen), 0)::int8 AS sum", "payment", "paid_on",
            "\(scope.condition) AND NOT voided")
    }

    private static func byMonth(_ sums: String, _ table: String, _ day: String, _ condition: String) -> String {
        """
        SELECT (g.place - 1)::text, t.count, t.sum FROM (
            SELECT place, day AS first, lead(day) OVER (ORDER BY place) AS last
            FROM unnest($2::date[]) WITH ORDINALITY AS starts (day, place)
        ) AS g CROSS JOIN LATERAL (
            SELECT \(sums) FROM \(table) WHERE \(condition) AND \(day) >= g.first AND \(day) < g.last
        ) AS t WHERE g.last IS NOT NULL
        """
    }
}
