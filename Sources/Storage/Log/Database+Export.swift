public import Audit
public import Postgres

/// Which contracts an export takes, of those that a log of some size has.
public struct ExportedContracts: Sendable {
    public var scope = BuyerScope.all
    /// Only these; nil for all.
    public var numbers: [String]?
    /// Only contracts of which something happened between these days, since 1970-01-01.
    public var firstDay: Int32?
    public var lastDay: Int32?

    /// All contracts of a scope.
    public init(scope: BuyerScope) { self.scope = scope }
}

extension Database {
    /// The numbers of the contracts that a log of the size has, in order; nil asks no log.
    public func contracts(_ wanted: ExportedContracts, inLogOf size: Int?) async throws -> [String] {
        try await query(
            chosen.query(
                wanted.scope,
                [
                    wanted.numbers.map { .textArray($0) } ?? .null, size.map { .int64(Int64($0)) } ?? .null,
                    .date(days: wanted.firstDay ?? .min), .date(days: wanted.lastDay ?? .max),
                ])
        ).map { row throws(PostgresError) in try row.text(0) }
    }

    /// Leaves of the log from a place on to another one, from left to right; only those of some contracts unless nil.
    public func leaves(
        _ places: Range<Int>, of contracts: [String]?, limit: Int
    ) async throws -> [(index: Int, hash: TreeHash)] {
        try await query(
            leavesOf(
                .int64(Int64(places.lowerBound)), .int64(Int64(places.upperBound)),
                contracts.map { .textArray($0) } ?? .null, .int64(Int64(limit)))
        ).map { row in
            guard let hash = TreeHash(bytes: try row.bytes(1)) else { throw LogError.subtreeMissing }
            return (Int(try row.int64(0)), hash)
        }
    }

    /// Where the entries of contracts stand in the log of a size, in the order of their numbers.
    public func places(of contracts: [String], inLogOf size: Int) async throws -> [String: [Int]] {
        var places: [String: [Int]] = [:]
        try await query(placesOf(.textArray(contracts), .int64(Int64(size)))).forEach { row throws(PostgresError) in
            places[try row.text(0), default: []].append(Int(try row.int64(1)))
        }
        return places
    }
}

private let chosen = ScopedStatement { condition in
    """
    SELECT c.number FROM contract c WHERE \(condition) AND ($2::text[] IS NULL OR c.number = ANY($2))
        AND ($3::int8 IS NULL OR EXISTS (
            SELECT FROM log_leaf l WHERE l.contract = c.number AND l.number = 1 AND l.index < $3))
        AND (($4::date = '-infinity' AND $5::date = 'infinity') OR EXISTS (
            SELECT FROM journal j WHERE j.contract = c.number AND j.occurred_on BETWEEN $4 AND $5))
    ORDER BY c.number
    """
}
private let leavesOf: Statement = """
    SELECT index, hash FROM log_leaf
    WHERE index >= $1 AND index < $2 AND ($3::text[] IS NULL OR contract = ANY($3)) ORDER BY index LIMIT $4
    """
private let placesOf: Statement = """
    SELECT contract, index FROM log_leaf WHERE contract = ANY($1::text[]) AND index < $2 ORDER BY contract, number
    """
