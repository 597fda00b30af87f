internal import Values

extension Instant {
    /// RFC 3339 in China's time without fractions: the form that cairo takes.
    var toTheSecond: String { description.prefix(19) + "+08:00" }

    /// Day and minute in China's time, as people read them.
    var toTheMinute: String { "\(description.prefix(10)) \(description.dropFirst(11).prefix(5))" }
}

extension CalendarDay {
    /// 2026年11月21日, or 2026-11-21.
    func written(in language: Language) -> String {
        guard language == .chinese else { return description }
        let parts = description.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? "\(parts[0])年\(parts[1])月\(parts[2])日" : description
    }
}
