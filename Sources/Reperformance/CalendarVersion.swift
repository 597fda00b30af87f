public import Values

/// A calendar "CN" that was in force from a moment on. Number 0 is the one that the program came with.
public struct CalendarVersion: Equatable, Sendable {
    public let number: Int
    /// Nil for number 0.
    public let recordedAt: Instant?
    /// Empty for number 0.
    public let recordedBy: String
    /// `date,kind` lines, as given.
    public let csv: [UInt8]
    public let table: HolidayTable

    /// Reads the file. Throws what is wrong with it.
    public init(
        number: Int, recordedAt: Instant?, recordedBy: String, csv: [UInt8]
    ) throws(HolidayTableError) {
        self.number = number
        self.recordedAt = recordedAt
        self.recordedBy = recordedBy
        self.csv = csv
        table = csv == HolidayTable.builtInCSV ? .builtIn : try HolidayTable(csv: csv)
    }
}

extension [CalendarVersion] {
    /// Those that may have been in force at a moment, the newest first: whoever wrote just then may have seen the one
    /// before.
    public func known(at moment: Instant) -> [CalendarVersion] {
        filter { $0.recordedAt.map { $0 <= moment } ?? true }.reversed()
    }
}
