import ArgumentParser
import Values

/// A day on the command line, `YYYY-MM-DD`.
struct DayArgument: ExpressibleByArgument {
    let day: CalendarDay

    init?(argument: String) {
        guard let day = CalendarDay(argument) else { return nil }
        self.day = day
    }
}

/// The first moment of something on the command line: an RFC 3339 instant, or a day, which means its beginning in China
/// (+08:00).
struct FirstMoment: ExpressibleByArgument {
    let instant: Instant

    init?(argument: String) {
        let text = CalendarDay(argument) == nil ? argument : argument + "T00:00:00+08:00"
        guard let instant = Instant(text) else { return nil }
        self.instant = instant
    }
}

/// A moment on the command line: an RFC 3339 instant, or a day, which means its end in China (+08:00).
struct MomentArgument: ExpressibleByArgument {
    let instant: Instant

    init?(argument: String) {
        let text = CalendarDay(argument) == nil ? argument : argument + "T23:59:59.999999+08:00"
        guard let instant = Instant(text) else { return nil }
        self.instant = instant
    }
}
