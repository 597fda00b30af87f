public import Payables
public import Postgres
public import Values

/// An installment in the work list over all contracts.
public struct ListedPosition: Equatable, Sendable {
    /// Number of the contract.
    public let contract: String
    public let title: String
    public let buyer: String
    public let supplier: String
    /// Id of the installment.
    public let installment: String
    /// Place in the schedule, from 0.
    public let position: Int
    public let label: String
    public let kind: String
    public let payable: Money
    public let paid: Money
    public let outstanding: Money
    /// Held by open payment requests.
    public let held: Money
    public let status: String
    public let startedOn: CalendarDay?
    public let dueOn: CalendarDay?
    public let blockedBy: [String]
    /// The due date, or a day before which there cannot be one; nil where the terms tell none.
    public let expectedOn: CalendarDay?
    /// What it waits for first; nil unless it is blocked or undetermined.
    public let blocker: Blocker?
}

/// Which installments a work list shows; nil for any that is open.
public struct PositionFilter: Equatable, Sendable {
    /// undetermined, blocked, overdue or due.
    public var status: String?
    /// Due before this day.
    public var dueBefore: CalendarDay?
    /// Only those that money can be asked for: due or overdue, with something left that no open request holds.
    public var isAvailable: Bool

    /// Shows all.
    public init(status: String? = nil, dueBefore: CalendarDay? = nil, isAvailable: Bool = false) {
        self.status = status
        self.dueBefore = dueBefore
        self.isAvailable = isAvailable
    }
}

/// The place of a position in the order of the work list.
public struct PositionMark: Equatable, Sendable {
    /// Nil for one without a date; those come last.
    public let dueOn: CalendarDay?
    public let contract: String
    public let position: Int

    /// Takes the parts as they are.
    public init(dueOn: CalendarDay?, contract: String, position: Int) {
        self.dueOn = dueOn
        self.contract = contract
        self.position = position
    }
}

/// How many installments of one status there are, and what is outstanding on them.
public struct PositionTotal: Equatable, Sendable {
    public let status: String
    public let count: Int
    public let outstanding: Money
}

extension ListedPosition {
    public var mark: PositionMark { PositionMark(dueOn: dueOn, contract: contract, position: position) }

    /// Reads a page behind a mark, soonest first, those without a date last; from the start for nil.
    public static func page(
        _ scope: BuyerScope, _ filter: PositionFilter, after mark: PositionMark?, limit: Int
    ) -> Query {
        let day = mark.map { $0.dueOn?.daysSince1970 ?? .max } ?? .min
        return pages.query(
            scope,
            [
                .text(filter.status), filter.dueBefore.map { .date(days: $0.daysSince1970) } ?? .null,
                .bool(filter.isAvailable), .date(days: day), .text(mark?.contract ?? ""),
                .int64(Int64(mark?.position ?? -1)), .int64(Int64(limit)),
            ])
    }

    /// Reads the totals of all that the filter lets through, by status.
    public static func totals(_ scope: BuyerScope, _ filter: PositionFilter) -> Query {
        totals.query(
            scope,
            [
                .text(filter.status), filter.dueBefore.map { .date(days: $0.daysSince1970) } ?? .null,
                .bool(filter.isAvailable),
            ])
    }

    /// Reads a row of a page.
    public init(_ row: borrowing Row) throws(PostgresError) {
        contract = try row.text(0)
        title = try row.text(1)
        buyer = try row.text(2)
        supplier = try row.text(3)
        installment = try row.text(4)
        position = Int(try row.int64(5))
        label = try row.text(6)
        kind = try row.text(7)
        payable = try row.money(8)
        paid = try row.money(9)
        outstanding = try row.money(10)
        held = try row.money(11)
        status = try row.text(12)
        startedOn = try row.dayIfAny(13)
        dueOn = try row.dayIfAny(14)
        blockedBy = try row.textArray(15).compactMap { $0 }
        expectedOn = try row.dayIfAny(16)
        blocker = try row.textIfAny(17).flatMap(Blocker.init)
    }

    /// What is read of installments `p` and contracts `c`.
    static let selection = """
        p.contract, c.title, c.buyer, c.supplier, p.installment, p.position::int8, p.label, p.kind,
            p.payable_fen, p.paid_fen, p.outstanding_fen, p.in_flight_fen, p.status, p.started_on, p.due_on, p.blocked_by,
            p.expected_on, p.blocker
        """

    /// The page is cut from the index installment_position_open before contracts are looked up.
    private static let pages = ScopedStatement { condition in
        """
        SELECT \(selection)
        FROM (
            SELECT *, coalesce(due_on, 'infinity'::date) AS until FROM installment_position
            WHERE \(condition) AND status NOT IN ('settled', 'cancelled') AND ($2::text IS NULL OR status = $2)
                AND ($3::date IS NULL OR due_on < $3)
                AND (NOT $4::bool OR status IN ('due', 'overdue') AND outstanding_fen > in_flight_fen)
                AND (coalesce(due_on, 'infinity'::date), contract, position) > ($5::date, $6, $7::int)
            ORDER BY coalesce(due_on, 'infinity'::date), contract, position LIMIT $8
        ) AS p JOIN contract AS c ON c.number = p.contract
        ORDER BY p.until, p.contract, p.position
        """
    }
    private static let totals = ScopedStatement { condition in
        """
        SELECT status, count(*), sum(outstanding_fen)::int8 FROM installment_position
        WHERE \(condition) AND status NOT IN ('settled', 'cancelled') AND ($2::text IS NULL OR status = $2)
            AND ($3::date IS NULL OR due_on < $3)
            AND (NOT $4::bool OR status IN ('due', 'overdue') AND outstanding_fen > in_flight_fen)
        GROUP BY status ORDER BY status
        """
    }
}

extension PositionTotal {
    /// Reads a row of totals.
    public init(_ row: borrowing Row) throws(PostgresError) {
        status = try row.text(0)
        count = Int(try row.int64(1))
        outstanding = try row.money(2)
    }
}
