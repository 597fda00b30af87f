public import Postgres

/// A calendar that a user put in place of the built-in one.
public struct StoredCalendar: Equatable, Sendable {
    /// From 1.
    public let number: Int
    /// When it was recorded, in microseconds since 1970-01-01T00:00:00Z.
    public let recordedAt: Int64
    public let recordedBy: String
    /// The file as given.
    public let csv: [UInt8]
}

extension Database {
    /// The calendar in force at a moment (microseconds since 1970), or now for nil; nil while it is the built-in one.
    public func holidayCalendar(knownAt moment: Int64? = nil) async throws -> StoredCalendar? {
        try await query(lastCalendar(moment.map { .timestamp(microseconds: $0) } ?? .null)).first(StoredCalendar.init)
    }

    /// Every calendar that was put in place of the built-in one, in order.
    public func holidayCalendars() async throws -> [StoredCalendar] {
        try await query(allCalendars()).map(StoredCalendar.init)
    }
}

extension StoredCalendar {
    fileprivate init(_ row: borrowing Row) throws(PostgresError) {
        self.init(
            number: Int(try row.int64(0)), recordedAt: try row.microseconds(1), recordedBy: try row.text(2),
            csv: try row.bytes(3))
    }
}

extension Session {
    /// Number of the calendar in force; 0 for the built-in one.
    public func calendarNumber() async throws -> Int {
        try await query(newest()).one { row throws(PostgresError) in Int(try row.int64(0)) }
    }

    /// Puts a calendar in force, unless it is the last one already. Two at once: one fails with a unique violation.
    public func addHolidayCalendar(_ csv: [UInt8], recordedAt: Int64, by user: String) async throws {
        _ = try await unit([addCalendar(.timestamp(microseconds: recordedAt), .text(user), .bytes(csv))])
    }
}

private let newest: Statement = "SELECT coalesce(max(number), 0)::int8 FROM holiday_calendar"
private let allCalendars: Statement = """
    SELECT number::int8, recorded_at, recorded_by, csv FROM holiday_calendar ORDER BY number
    """
private let lastCalendar: Statement = """
    SELECT number::int8, recorded_at, recorded_by, csv FROM holiday_calendar
    WHERE $1::timestamptz IS NULL OR recorded_at <= $1 ORDER BY number DESC LIMIT 1
    """
private let addCalendar: Statement = """
    INSERT INTO holiday_calendar (number, recorded_at, recorded_by, csv)
    SELECT coalesce(max(number), 0) + 1, $1, $2, $3 FROM holiday_calendar
    HAVING $3::bytea IS DISTINCT FROM (SELECT csv FROM holiday_calendar ORDER BY number DESC LIMIT 1)
    """
