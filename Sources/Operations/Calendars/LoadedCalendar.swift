internal import Postgres
internal import Storage
internal import Values

/// The calendar "CN" as read from the database.
struct LoadedCalendar: Sendable {
    /// 0 for the built-in one; each that replaces it has a higher number.
    let number: Int
    let table: HolidayTable

    static let builtIn = LoadedCalendar(number: 0, table: .builtIn)
}

extension LoadedCalendar {
    /// The one in force.
    init(newestOf database: Database) async throws {
        guard let stored = try await database.holidayCalendar() else {
            self = .builtIn
            return
        }
        self.init(number: stored.number, table: try HolidayTable(csv: stored.csv))
    }
}
