internal import Audit
internal import Storage
public import Values

/// What the calendar "CN" means in this database.
public struct CalendarInForce: Sendable {
    public let table: HolidayTable
    /// When and by whom it was put in place of the built-in one; nil for the built-in one.
    public let replacement: (recordedAt: Instant, recordedBy: String)?
}

extension Workspace {
    /// The calendar in force, for whoever may log in.
    public func calendar(by caller: Caller = .console) async throws(OperationError) -> CalendarInForce {
        if caller != .console { _ = try await actor(of: caller) }
        return try await mappingErrors {
            guard let stored = try await database.holidayCalendar() else {
                return CalendarInForce(table: .builtIn, replacement: nil)
            }
            let moment = Instant(microseconds: stored.recordedAt)
            return CalendarInForce(table: try HolidayTable(csv: stored.csv), replacement: (moment, stored.recordedBy))
        }
    }

    /// Puts a calendar (`date,kind` lines) in force for all contracts with the calendar "CN" and computes their figures
    /// afresh. Statements known at an earlier moment keep the calendar of their time.
    public func replaceCalendar(
        _ csv: [UInt8], by caller: Caller = .console
    ) async throws(OperationError) -> RebuildSummary {
        do throws(HolidayTableError) { _ = try HolidayTable(csv: csv) } catch { throw .invalidCalendar(error) }
        let number = try await administering(
            .replaceCalendar, detail: ContentHash(of: csv).description, by: caller
        ) { session in
            let name = try await person(caller, session)?.name ?? effects.user
            try await session.addHolidayCalendar(csv, recordedAt: effects.now().microseconds, by: name)
            return try await session.calendarNumber()
        }
        try await mappingErrors { try await loadCalendar(number) }
        return try await rebuild()
    }

    /// The calendar that was in force at a moment.
    func holidays(knownAt moment: Instant) async throws -> HolidayTable {
        guard let stored = try await database.holidayCalendar(knownAt: moment.microseconds) else { return .builtIn }
        return try HolidayTable(csv: stored.csv)
    }
}
