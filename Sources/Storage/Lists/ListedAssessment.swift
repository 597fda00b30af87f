public import Postgres
public import Values

/// An assessment in the work list over all contracts.
public struct ListedAssessment: Equatable, Sendable {
    /// Number of the contract.
    public let contract: String
    public let title: String
    public let supplier: String
    /// Id of the assessment.
    public let assessment: String
    /// Place in the terms, from 0.
    public let position: Int
    public let label: String
    public let state: String
    /// As a decimal; nil without a result, like the day and the deduction.
    public let score: String?
    public let assessedOn: CalendarDay?
    /// Nil also where only a ruling can say.
    public let deduction: Money?
    /// Nil for a combined assessment.
    public let round: Int?
    /// Id of the installment that it decides on; nil for none. The label goes with it.
    public let installment: String?
    public let installmentLabel: String?
    public let outstanding: Money
    public let dueOn: CalendarDay?
}

/// Which assessments a list shows.
public struct AssessmentFilter: Equatable, Sendable {
    /// The parts of the list, as the column `stage` names them.
    public enum Stage: String, CaseIterable, Sendable { case waiting, upcoming, over }

    public var stage: Stage
    /// One state within the stage; nil for any.
    public var state: String?
    /// A part of the contract's number, title or supplier, or of the assessment's label.
    public var text: String?

    /// Shows what waits unless told otherwise.
    public init(stage: Stage = .waiting, state: String? = nil, text: String? = nil) {
        self.stage = stage
        self.state = state
        self.text = text
    }
}

/// The place of an assessment in the order of its list.
public struct AssessmentMark: Equatable, Sendable {
    /// Due day of the installment, or of what is over the day of the result; nil for none.
    public let day: CalendarDay?
    public let contract: String
    public let position: Int

    /// Takes the parts as they are.
    public init(day: CalendarDay?, contract: String, position: Int) {
        self.day = day
        self.contract = contract
        self.position = position
    }
}

/// How many assessments of one state there are.
public struct AssessmentTotal: Equatable, Sendable {
    public let state: String
    public let count: Int
}

extension ListedAssessment {
    /// Where the list goes on behind it.
    public func mark(in stage: AssessmentFilter.Stage) -> AssessmentMark {
        AssessmentMark(day: stage == .over ? assessedOn : dueOn, contract: contract, position: position)
    }

    /// Reads a page behind a mark; from the start for nil. Soonest first, those without a date last; of what is over,
    /// the latest first.
    public static func page(
        _ scope: BuyerScope, _ filter: AssessmentFilter, after mark: AssessmentMark?, limit: Int
    ) -> Query {
        let isOver = filter.stage == .over
        let start: Int32 = isOver ? .max : .min
        let end: Int32 = isOver ? .min : .max
        let day = mark.map { $0.day?.daysSince1970 ?? end } ?? start
        let statement = isOver ? over : ahead
        return statement.query(
            scope,
            [
                .text(filter.stage.rawValue), .text(filter.state), .text(filter.text), .date(days: day),
                .text(mark?.contract ?? ""), .int64(Int64(mark?.position ?? -1)), .int64(Int64(limit)),
            ])
    }

    /// Counts the assessments of every state.
    public static func totals(_ scope: BuyerScope) -> Query { counts.query(scope, []) }

    /// Reads a row of a page.
    public init(_ row: borrowing Row) throws(PostgresError) {
        contract = try row.text(0)
        title = try row.text(1)
        supplier = try row.text(2)
        assessment = try row.text(3)
        position = Int(try row.int64(4))
        label = try row.text(5)
        state = try row.text(6)
        score = try row.textIfAny(7)
        assessedOn = try row.dayIfAny(8)
        deduction = try row.int64IfAny(9).map { Money(fen: $0) }
        round = try row.int64IfAny(10).map { Int($0) }
        installment = try row.textIfAny(11)
        installmentLabel = try row.textIfAny(12)
        outstanding = try row.money(13)
        dueOn = try row.dayIfAny(14)
    }

    /// The text is looked for in the contract too, so contracts are joined before the page is cut.
    private static func text(_ condition: String, _ comparison: String, _ order: String) -> String {
        """
        SELECT a.contract, c.title, c.supplier, a.assessment, a.position::int8, a.label, a.state, a.score::text,
            a.assessed_on, CASE WHEN a.score IS NULL OR a.doubt IS NOT NULL THEN NULL ELSE a.deduction_fen END,
            a.round::int8, a.installment, a.installment_label, a.outstanding_fen, a.due_on
        FROM assessment_result AS a JOIN contract AS c ON c.number = a.contract
        WHERE \(condition) AND a.stage = $2 AND ($3::text IS NULL OR a.state = $3)
            AND ($4::text IS NULL OR strpos(lower(a.contract), lower($4)) > 0 OR strpos(lower(c.title), lower($4)) > 0
                OR strpos(lower(c.supplier), lower($4)) > 0 OR strpos(lower(a.label), lower($4)) > 0)
            AND \(comparison)
        ORDER BY \(order) LIMIT $8
        """
    }

    private static let ahead = ScopedStatement { condition in
        text(
            qualified(condition),
            "(coalesce(a.due_on, 'infinity'::date), a.contract, a.position) > ($5::date, $6, $7::int)",
            "coalesce(a.due_on, 'infinity'::date), a.contract, a.position")
    }
    /// Latest first: within one day in the order of the numbers all the same.
    private static let over = ScopedStatement { condition in
        text(
            qualified(condition),
            """
            (coalesce(a.assessed_on, '-infinity'::date) < $5::date
                OR coalesce(a.assessed_on, '-infinity'::date) = $5::date AND (a.contract, a.position) > ($6, $7::int))
            """,
            "coalesce(a.assessed_on, '-infinity'::date) DESC, a.contract, a.position")
    }
    private static let counts = ScopedStatement { condition in
        "SELECT state, count(*) FROM assessment_result WHERE \(condition) GROUP BY state ORDER BY state"
    }

    /// The contract has a column of the name too.
    private static func qualified(_ condition: String) -> String {
        condition.hasPrefix("buyer_key") ? "a." + condition : condition
    }
}

extension AssessmentTotal {
    /// Reads a row of totals.
    public init(_ row: borrowing Row) throws(PostgresError) {
        state = try row.text(0)
        count = Int(try row.int64(1))
    }
}
