/// A moment in microseconds since 1970-01-01T00:00:00Z: when a fact was recorded, what `known at` compares.
public struct Instant: Equatable, Hashable, Comparable, Sendable {
    public let microseconds: Int64

    /// A moment so long after 1970-01-01T00:00:00Z.
    public init(microseconds: Int64) { self.microseconds = microseconds }

    public static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    static let microsecondsPerDay: Int64 = 86_400_000_000
    /// China has one time zone and no summer time: days turn at +08:00.
    static let chinaOffset: Int64 = 8 * 3_600_000_000

    /// The calendar day in China (+08:00) that the moment falls on; nil outside of the years 1 to 9999.
    public var dayInChina: CalendarDay? {
        let (local, overflow) = microseconds.addingReportingOverflow(Self.chinaOffset)
        guard !overflow else { return nil }
        let days = local >= 0 ? local / Self.microsecondsPerDay : (local + 1) / Self.microsecondsPerDay - 1
        return CalendarDay(daysSince1970: Int(days))
    }
}
