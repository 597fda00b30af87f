internal import Postgres

/// By what a command names the contract that it writes to.
public enum ContractPlace: Hashable, Sendable {
    case contract(String)
    /// Id of a payment request.
    case request(String)
    /// Id of the fact of a payment that was made on a request.
    case payment(String)

    /// The number or id given.
    public var name: String {
        switch self {
        case .contract(let name), .request(let name), .payment(let name): name
        }
    }

    /// What the name is one of.
    public var kind: String {
        switch self {
        case .contract: "contract"
        case .request: "request"
        case .payment: "payment"
        }
    }

    /// Its number in SQL, of the name as `$1`.
    fileprivate var sql: String {
        switch self {
        case .contract: "$1"
        case .request: "(SELECT contract FROM payment_request WHERE id = $1)"
        case .payment: "(SELECT contract FROM payment WHERE fact_id = $1 AND request IS NOT NULL)"
        }
    }

    /// Locks the contract if the command's key (`$2`, 64 bits of it) is free: another command with it that still runs
    /// is not waited for. CASE, so that the key is taken only for the row that is meant.
    var lock: Statement { Self.locks[index] }
    /// Reads the contract and its entries behind a number (`$2`), in one statement, so that they belong together.
    var journal: Statement { Self.journals[index] }

    private var index: Int {
        switch self {
        case .contract: 0
        case .request: 1
        case .payment: 2
        }
    }

    private static let calendar = "(SELECT coalesce(max(number), 0)::int8 FROM holiday_calendar)"
    private static let all: [ContractPlace] = [.contract(""), .request(""), .payment("")]
    private static let locks = all.map { place in
        Statement(
            text: """
                SELECT FROM contract WHERE number = \(place.sql)
                    AND CASE WHEN number = \(place.sql) THEN pg_try_advisory_xact_lock($2) ELSE false END
                FOR NO KEY UPDATE
                """)
    }
    private static let journals = all.map { place in
        Statement(
            text: """
                SELECT c.buyer_key, \(calendar), c.version::int8, c.head_hash, j.bytes, j.hash
                FROM contract c LEFT JOIN journal j ON j.contract = c.number AND j.number > $2
                WHERE c.number = \(place.sql) ORDER BY j.number
                """)
    }
}
