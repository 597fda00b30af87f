/// A month of the calendar, for figures by month: 2026-11.
public struct CalendarMonth: Equatable, Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Months since January of the year 1.
    private let index: Int

    /// The month that a day lies in.
    public init(of day: CalendarDay) {
        let (year, month, _) = day.yearMonthDay
        index = (year - 1) * 12 + month - 1
    }

    private init(index: Int) { self.index = index }

    public var year: Int { index / 12 + 1 }
    /// From 1 to 12.
    public var month: Int { index % 12 + 1 }

    /// The first of so many months from this one on.
    public func following(_ count: Int) -> [CalendarMonth] { (0..<count).map { CalendarMonth(index: index + $0) } }

    /// Months from `other` to this one.
    public func months(since other: CalendarMonth) -> Int { index - other.index }

    /// January to December of a year.
    public static func all(of year: Int) -> [CalendarMonth] { CalendarMonth(index: (year - 1) * 12).following(12) }

    public static func < (left: CalendarMonth, right: CalendarMonth) -> Bool { left.index < right.index }

    public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    /// The month alone, as axes write it: 11月, Nov.
    public func name(in language: Language) -> String {
        language.choose("\(month)月", Self.english[month - 1])
    }

    private static let english = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
