internal import Postgres
internal import Values

/// Values of ours in columns.
extension Row {
    func money(_ column: Int) throws(PostgresError) -> Money { Money(fen: try int64(column)) }

    func day(_ column: Int) throws(PostgresError) -> CalendarDay {
        CalendarDay(daysSince1970: Int(try days(column))) ?? .first
    }

    func dayIfAny(_ column: Int) throws(PostgresError) -> CalendarDay? {
        try daysIfAny(column).flatMap { CalendarDay(daysSince1970: Int($0)) }
    }

    func instant(_ column: Int) throws(PostgresError) -> Instant { Instant(microseconds: try microseconds(column)) }
}
