public import Postgres
public import Values

/// How many installments or requests there are, and their sum.
public struct DeskTotal: Equatable, Sendable {
    public let count: Int
    public let sum: Money

    public static let none = DeskTotal(count: 0, sum: .zero)

    /// Takes both as given.
    public init(count: Int, sum: Money) {
        self.count = count
        self.sum = sum
    }

    /// What is left of it without a part.
    public func without(_ part: DeskTotal) throws(Overflow) -> DeskTotal {
        DeskTotal(count: count - part.count, sum: try sum - part.sum)
    }
}

/// An amount of a group, such as a month: its position or name, count and sum.
public struct DeskGroup: Equatable, Sendable {
    public let name: String
    public let total: DeskTotal

    /// Reads a row: name, count, sum.
    public init(_ row: borrowing Row) throws(PostgresError) {
        name = try row.text(0)
        total = DeskTotal(count: Int(try row.int64(1)), sum: try row.money(2))
    }
}
