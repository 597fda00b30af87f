public import Postgres

/// Which entries of the access log are read; nil asks for no such thing.
public struct AccessLogQuery: Sendable {
    /// Name of the account that acted, compared as the database does.
    public var actor: String?
    public var action: String?
    public var isDone: Bool?
    /// Microseconds since 1970-01-01T00:00:00Z; the first moment that is asked for, and the first one after it.
    public var from: Int64?
    public var until: Int64?
    /// Only acts of accounts of these departments; nil for all, the console's included.
    public var departments: [Int64]?
    /// Only entries of lower numbers.
    public var before: Int64?

    /// Asks for everything.
    public init() {}
}

extension Session {
    /// Entries of the access log with their numbers, newest first.
    public func accessLog(
        _ query: AccessLogQuery, limit: Int
    ) async throws -> [(number: Int64, entry: StoredAccessEntry)] {
        let page = read(
            .number(query.before), .text(query.actor), .text(query.action),
            query.isDone.map { .text($0 ? "done" : "refused") } ?? .null, .moment(query.from), .moment(query.until),
            query.departments.map { .int64Array($0) } ?? .null, .int64(Int64(limit)))
        return try await self.query(page).map { row throws(PostgresError) in
            (
                try row.int64(0),
                StoredAccessEntry(
                    at: try row.microseconds(1), account: try row.int64IfAny(2), actor: try row.text(3),
                    address: try row.text(4), action: try row.text(5), subject: try row.text(6),
                    detail: try row.text(7), isDone: try row.text(8) == "done")
            )
        }
    }
}

extension Database {
    /// Every refused act on a payment request, first to last.
    public func refusedAttempts() async throws -> [StoredAccessEntry] {
        try await query(refused()).map { row throws(PostgresError) in
            StoredAccessEntry(
                at: try row.microseconds(0), account: nil, actor: try row.text(1), address: "",
                action: try row.text(2), subject: try row.text(3), detail: try row.text(4), isDone: false)
        }
    }
}

extension Parameter {
    fileprivate static func moment(_ microseconds: Int64?) -> Parameter {
        microseconds.map { .timestamp(microseconds: $0) } ?? .null
    }
}

private let read: Statement = """
    SELECT number, at, account, actor, address, action, subject, detail, outcome FROM access_log
    WHERE ($1::int8 IS NULL OR number < $1)
        AND ($2::text IS NULL OR account = (
            SELECT id FROM account WHERE name_key = lower(normalize($2, NFKC) COLLATE "C")))
        AND ($3::text IS NULL OR action = $3) AND ($4::text IS NULL OR outcome = $4)
        AND ($5::timestamptz IS NULL OR at >= $5) AND ($6::timestamptz IS NULL OR at < $6)
        AND ($7::int8[] IS NULL OR account IN (SELECT id FROM account WHERE department = ANY ($7)))
    ORDER BY number DESC LIMIT $8
    """
/// Refusals of payment requests are told by codes that begin with the word.
private let refused: Statement = """
    SELECT at, actor, action, subject, detail FROM access_log
    WHERE outcome = 'refused' AND detail LIKE 'request-%' ORDER BY number
    """
