internal import Postgres
public import Storage
internal import Values

/// What an operator watches of the work itself: sums over all departments, for nobody to read contracts from.
public struct MoneyFigures: Sendable {
    /// Open installments by status.
    public let positions: [PositionTotal]
    /// Open payment requests by whom they wait for.
    public let waiting: [String: Int]
    public let contracts: Int
}

extension Workspace {
    /// The sums of this moment.
    public func moneyFigures() async throws(OperationError) -> MoneyFigures {
        try await mappingErrors {
            var answers = try await database.unit(
                [ListedPosition.totals(.all, PositionFilter()), ListedRequest.waiting, ListedContract.count])
            let positions = try answers.next().map(PositionTotal.init)
            let waiting = try answers.next().map { row throws(PostgresError) in
                (try row.text(0), Int(try row.int64(1)))
            }
            let contracts = try answers.next().one { row throws(PostgresError) in Int(try row.int64(0)) }
            return MoneyFigures(
                positions: positions, waiting: Dictionary(waiting, uniquingKeysWith: { $1 }), contracts: contracts)
        }
    }
}
