internal import Postgres

/// Whose contracts a list shows.
public enum BuyerScope: Equatable, Sendable {
    case all
    /// Buyers by their names as departments' names are compared.
    case buyers([String])

    /// The buyers as `$1`; a value for nobody where the statement does not look at it.
    var parameter: Parameter {
        switch self {
        case .all: .null
        case .buyers(let keys) where keys.count == 1: .text(keys[0])
        case .buyers(let keys): .textArray(keys)
        }
    }
}

/// One list as three statements, each with a plan of its own: for all buyers, for one, for several. The text takes the
/// condition on the column `buyer_key`, whose value is `$1`.
struct ScopedStatement: Sendable {
    private let all: Statement
    private let one: Statement
    private let several: Statement

    /// Three texts that were made otherwise; `$1` is as in the others.
    init(all: String, one: String, several: String) {
        self.all = Statement(text: all)
        self.one = Statement(text: one)
        self.several = Statement(text: several)
    }

    init(_ text: (_ condition: String) -> String) {
        all = Statement(text: text("$1::text IS NULL"))
        one = Statement(text: text("buyer_key = $1"))
        several = Statement(text: text("buyer_key = ANY($1::text[])"))
    }

    func query(_ scope: BuyerScope, _ parameters: [Parameter]) -> Query {
        let statement =
            switch scope {
            case .all: all
            case .buyers(let keys): keys.count == 1 ? one : several
            }
        return Query(statement, [scope.parameter] + parameters)
    }
}
