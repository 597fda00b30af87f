public import Postgres
public import Values

/// A payment request in a list.
public struct ListedRequest: Equatable, Sendable {
    public let id: String
    /// Number of the contract.
    public let contract: String
    public let title: String
    public let supplier: String
    /// Id of the installment.
    public let installment: String
    /// Its label; nil where the terms no longer have it.
    public let label: String?
    public let amount: Money
    public let paid: Money
    public let state: String
    /// Role whose turn it is, or `requester`; nil when it is over.
    public let waitsFor: String?
    public let requestedBy: String
    public let requestedAt: Instant
    /// Since when it waits for whom it waits for: since the last act on it, or since it became stale.
    public let waitsSince: Instant?
}

/// Which payment requests a list shows; nil for any.
public struct RequestFilter: Sendable {
    public var state: String?
    /// Those that a person can do something about now.
    public var waitingFor: Waiting?
    /// Those of one contract.
    public var contract: String?
    /// Only those that wait for somebody.
    public var isOpen: Bool
    /// The latest first, and the mark the one before which a page begins.
    public var isLatestFirst: Bool

    /// Somebody whose turn it may be.
    public struct Waiting: Sendable {
        /// Name of the account.
        let name: String
        /// Names of the roles that it has.
        let roles: [String]

        /// Takes both as given.
        public init(name: String, roles: [String]) {
            self.name = name
            self.roles = roles
        }
    }

    /// Shows all.
    public init(
        state: String? = nil, waitingFor: Waiting? = nil, contract: String? = nil, isOpen: Bool = false,
        isLatestFirst: Bool = false
    ) {
        self.state = state
        self.waitingFor = waitingFor
        self.contract = contract
        self.isOpen = isOpen
        self.isLatestFirst = isLatestFirst
    }
}

/// The place of a request in the order of the list.
public struct RequestMark: Equatable, Sendable {
    public let requestedAt: Instant
    public let id: String

    /// Takes both as given.
    public init(requestedAt: Instant, id: String) {
        self.requestedAt = requestedAt
        self.id = id
    }
}

extension ListedRequest {
    public var mark: RequestMark { RequestMark(requestedAt: requestedAt, id: id) }

    /// Reads a page behind a mark, the oldest first unless the filter says otherwise; from the start for nil.
    public static func page(
        _ scope: BuyerScope, _ filter: RequestFilter, after mark: RequestMark?, limit: Int
    ) -> Query {
        let start: Int64 = filter.isLatestFirst ? .max : .min
        return (filter.isLatestFirst ? latest : pages).query(
            scope,
            [
                .text(filter.state), .text(filter.contract), .text(filter.waitingFor?.name),
                .textArray(filter.waitingFor?.roles ?? []), .bool(filter.isOpen),
                .timestamp(microseconds: mark?.requestedAt.microseconds ?? start), .text(mark?.id ?? ""),
                .int64(Int64(limit)),
            ])
    }

    /// Counts all that the filter lets through, with what is not paid of them; one ``DeskGroup`` named `waiting`.
    public static func total(_ scope: BuyerScope, _ filter: RequestFilter) -> Query {
        totals.query(
            scope,
            [
                .text(filter.state), .text(filter.contract), .text(filter.waitingFor?.name),
                .textArray(filter.waitingFor?.roles ?? []),
            ])
    }

    /// Counts all that wait for somebody, by whom.
    public static let waiting: Query =
        "SELECT waits_for, count(*) FROM payment_request WHERE waits_for IS NOT NULL GROUP BY waits_for"

    /// Reads a row of it.
    public init(_ row: borrowing Row) throws(PostgresError) {
        id = try row.text(0)
        contract = try row.text(1)
        title = try row.text(2)
        supplier = try row.text(3)
        installment = try row.text(4)
        label = try row.textIfAny(5)
        amount = try row.money(6)
        paid = try row.money(7)
        state = try row.text(8)
        waitsFor = try row.textIfAny(9)
        requestedBy = try row.text(10)
        requestedAt = try row.instant(11)
        waitsSince = try row.microsecondsIfAny(12).map(Instant.init(microseconds:))
    }

    /// It waits for somebody who has the role and has not acted in this round, or for its requester.
    private static func condition(_ scope: String) -> String {
        """
        \(scope) AND ($2::text IS NULL OR state = $2) AND ($3::text IS NULL OR contract = $3)
                AND ($4::text IS NULL OR waits_for IS NOT NULL AND (
                    waits_for = ANY($5::text[]) AND $4 <> ALL(acted) OR waits_for = 'requester' AND requested_by = $4))
        """
    }

    private static let totals = ScopedStatement { scope in
        """
        SELECT 'waiting', count(*), coalesce(sum(amount_fen - paid_fen), 0)::int8 FROM payment_request
        WHERE \(condition(scope)) AND waits_for IS NOT NULL
        """
    }

    private static let pages = statement(isLatestFirst: false)
    private static let latest = statement(isLatestFirst: true)

    /// That a request became stale is no act; the journal of its contract tells when it did.
    private static func statement(isLatestFirst: Bool) -> ScopedStatement {
        let (behind, direction) = isLatestFirst ? ("<", "DESC") : (">", "ASC")
        return ScopedStatement { scope in
            """
            SELECT r.id, r.contract, c.title, c.supplier, r.installment, p.label, r.amount_fen, r.paid_fen, r.state,
                r.waits_for, r.requested_by, r.requested_at,
                CASE WHEN r.state = 'stale' THEN (
                    SELECT max(recorded_at) FROM journal WHERE contract = r.contract AND kind = 'request-stale'
                        AND position(convert_to(r.id, 'UTF8') IN bytes) > 0)
                WHEN r.waits_for IS NOT NULL THEN (
                    SELECT j.recorded_at FROM payment_request_act AS a
                    JOIN journal AS j ON j.contract = r.contract AND j.number = a.entry
                    WHERE a.request = r.id ORDER BY a.entry DESC LIMIT 1)
                END
            FROM (
                SELECT * FROM payment_request
                WHERE \(condition(scope)) AND (NOT $6::bool OR waits_for IS NOT NULL) AND (requested_at, id) \(behind) ($7, $8)
                ORDER BY requested_at \(direction), id \(direction) LIMIT $9
            ) AS r
            JOIN contract AS c ON c.number = r.contract
            LEFT JOIN installment_position AS p ON p.contract = r.contract AND p.installment = r.installment
            ORDER BY r.requested_at \(direction), r.id \(direction)
            """
        }
    }
}
