public import Postgres
public import Values

/// A contract in a list: its totals and its next payment on the day of the list.
public struct ListedContract: Equatable, Sendable {
    public let number: String
    public let title: String
    public let buyer: String
    public let supplier: String
    public let price: Money
    public let signedOn: CalendarDay
    public let version: Int
    public let paid: Money
    public let payableNow: Money
    public let outstanding: Money
    public let deducted: Money
    /// Id of the next installment; nil when nothing is left. The others are nil with it.
    public let nextInstallment: String?
    public let nextLabel: String?
    public let nextStatus: String?
    public let nextAmount: Money?
    /// Nil also while its clock has not started.
    public let nextDueOn: CalendarDay?
}

/// Which contracts a list shows; nil for any.
public struct ContractFilter: Equatable, Sendable {
    /// A part of the number, the title or the supplier's name.
    public var text: String?
    /// Status of the next payment.
    public var status: String?
    /// The supplier's whole name.
    public var supplier: String?

    /// Shows all.
    public init(text: String? = nil, status: String? = nil, supplier: String? = nil) {
        self.text = text
        self.status = status
        self.supplier = supplier
    }
}

extension ListedContract {
    /// Reads a page behind a mark; from the start for nil.
    public static func page(
        _ scope: BuyerScope, _ filter: ContractFilter, in order: ContractOrder, after mark: ContractMark?, limit: Int
    ) -> Query {
        let parameters: [Parameter] = [
            .text(filter.text), .text(filter.status), .text(filter.supplier), .text(mark?.number ?? ""),
            .int64(Int64(limit)),
        ]
        switch order {
        case .number: return byNumber.query(scope, parameters)
        case .due:
            let day = mark.map { $0.dueOn?.daysSince1970 ?? .max } ?? .min
            return byDay.query(scope, parameters + [.date(days: day)])
        case .outstanding:
            return byOutstanding.query(scope, parameters + [.int64(mark.map { -$0.outstanding.fen } ?? .min)])
        }
    }

    /// Counts all.
    public static let count: Query = "SELECT count(*) FROM contract"

    /// Reads a row of it.
    public init(_ row: borrowing Row) throws(PostgresError) {
        number = try row.text(0)
        title = try row.text(1)
        buyer = try row.text(2)
        supplier = try row.text(3)
        price = try row.money(4)
        signedOn = try row.day(5)
        version = Int(try row.int64(6))
        paid = try row.money(7)
        payableNow = try row.money(8)
        outstanding = try row.money(9)
        deducted = try row.money(10)
        nextInstallment = try row.textIfAny(11)
        nextLabel = try row.textIfAny(12)
        nextStatus = try row.textIfAny(13)
        nextAmount = try row.int64IfAny(14).map { Money(fen: $0) }
        nextDueOn = try row.dayIfAny(15)
    }

    private static let byNumber = ScopedStatement { text($0, key: "number", after: "$5") }
    private static let byDay = ScopedStatement {
        text($0, key: "coalesce(next_due_on, 'infinity'::date), number", after: "$7::date, $5")
    }
    private static let byOutstanding = ScopedStatement {
        text($0, key: "-outstanding_fen, number", after: "$7::int8, $5")
    }

    private static func text(_ condition: String, key: String, after: String) -> String {
        """
        SELECT number, title, buyer, supplier, price_fen, signed_on, version::int8, paid_fen, payable_now_fen,
            outstanding_fen, deducted_fen, next_installment, next_label, next_status, next_amount_fen, next_due_on
        FROM contract
        WHERE \(condition) AND ($2::text IS NULL OR strpos(lower(number), lower($2)) > 0
                OR strpos(lower(title), lower($2)) > 0 OR strpos(lower(supplier), lower($2)) > 0)
            AND ($3::text IS NULL OR next_status = $3) AND ($4::text IS NULL OR supplier = $4)
            AND (\(key)) > (\(after))
        ORDER BY \(key) LIMIT $6
        """
    }
}
