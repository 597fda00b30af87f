public import Postgres

/// Which entries of the journal a list shows, newest first; nil asks for no such thing.
public struct JournalListing: Sendable {
    /// Number of the contract.
    public var contract: String?
    /// Microseconds since 1970-01-01T00:00:00Z; the first moment that is asked for, and the first one after it.
    public var from: Int64?
    public var until: Int64?
    /// Only entries that stand behind this one in the list.
    public var mark: JournalMark?

    /// Asks for everything.
    public init() {}
}

/// Where a page of the journal ends.
public struct JournalMark: Equatable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z.
    public let recordedAt: Int64
    public let contract: String
    public let number: Int

    /// Takes the parts as they are.
    public init(recordedAt: Int64, contract: String, number: Int) {
        self.recordedAt = recordedAt
        self.contract = contract
        self.number = number
    }
}

/// An entry as stored, with what the log and the lists know of it.
public struct StoredJournalLine: Sendable {
    public let bytes: [UInt8]
    public let hash: [UInt8]
    /// Of the contract; nil for an entry of the office.
    public let title: String?
    /// How many entries the contract has.
    public let count: Int
    /// Its place in the log; nil while it is not sealed.
    public let place: Int?
    /// When the first checkpoint that covers it was published (microseconds since 1970); nil where none does yet.
    public let sealedAt: Int64?

    /// Reads a row of ``JournalListing/page(_:limit:)`` or of ``query(of:number:_:)``.
    public init(_ row: borrowing Row) throws(PostgresError) {
        bytes = try row.bytes(0)
        hash = try row.bytes(1)
        title = try row.textIfAny(2)
        count = Int(try row.int64(3))
        place = try row.int64IfAny(4).map { Int($0) }
        sealedAt = try row.microsecondsIfAny(5)
    }

    /// Reads one entry of a contract that the scope has.
    public static func query(of contract: String, number: Int, _ scope: BuyerScope) -> Query {
        one.query(scope, [.text(contract), .int64(Int64(number))])
    }
}

extension JournalListing {
    /// Reads a page of what the scope has.
    public func page(_ scope: BuyerScope, limit: Int) -> Query {
        let times = [
            Parameter.timestamp(microseconds: from ?? Self.first), .timestamp(microseconds: until ?? Self.last),
            .timestamp(microseconds: mark?.recordedAt ?? Self.last), .text(mark?.contract ?? ""),
            .int32(Int32(clamping: mark?.number ?? .max)), .int64(Int64(limit)),
        ]
        guard let contract else { return everywhere.query(scope, times) }
        return ofContract.query(scope, times + [.text(contract)])
    }

    /// The years 1 and 9999, which every entry lies between.
    private static let first: Int64 = -62_135_596_800_000_000
    private static let last: Int64 = 253_402_300_799_000_000
}

private let columns = """
    j.bytes, j.hash, c.title, (SELECT max(number)::int8 FROM journal WHERE contract = j.contract), l.index,
    (SELECT recorded_at FROM log_checkpoint WHERE size > l.index ORDER BY size, version LIMIT 1)
    """
private let source = """
    journal j LEFT JOIN contract c ON c.number = j.contract
    LEFT JOIN log_leaf l ON l.contract = j.contract AND l.number = j.number
    """
private let range = """
    j.recorded_at >= $2 AND j.recorded_at < $3 AND (j.recorded_at, j.contract, j.number) < ($4, $5, $6)
    """
private let order = "ORDER BY j.recorded_at DESC, j.contract DESC, j.number DESC LIMIT $7"
private let everywhere = ScopedStatement { condition in
    "SELECT \(columns) FROM \(source) WHERE \(condition) AND \(range) \(order)"
}
private let ofContract = ScopedStatement { condition in
    "SELECT \(columns) FROM \(source) WHERE \(condition) AND j.contract = $8 AND \(range) \(order)"
}
private let one = ScopedStatement { condition in
    "SELECT \(columns) FROM \(source) WHERE \(condition) AND j.contract = $2 AND j.number = $3"
}
