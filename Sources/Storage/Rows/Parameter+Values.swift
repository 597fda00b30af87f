internal import Postgres
internal import Values

/// The program's values as PostgreSQL's.
extension Parameter {
    static func money(_ money: Money) -> Parameter { .int64(money.fen) }
    static func money(_ money: Money?) -> Parameter { money.map { .int64($0.fen) } ?? .null }
    static func day(_ day: CalendarDay) -> Parameter { .date(days: day.daysSince1970) }
    static func day(_ day: CalendarDay?) -> Parameter { day.map { .date(days: $0.daysSince1970) } ?? .null }
    static func instant(_ instant: Instant) -> Parameter { .text(instant.description) }
}
