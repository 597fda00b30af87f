internal import Values

/// The days between which a desk adds up.
struct DeskDays {
    let today: CalendarDay
    /// This month and the eleven after it.
    let months: [CalendarMonth]

    init(_ today: CalendarDay) {
        self.today = today
        months = CalendarMonth(of: today).following(12)
    }

    func later(_ days: Int) -> CalendarDay { (try? today.adding(days: days)) ?? .last }

    /// The first days behind each of the months.
    var monthEnds: [CalendarDay] { Self.starts(CalendarMonth(of: today).following(13)).suffix(12) }

    /// The first days of the months of this year and of the next January.
    var yearStarts: [CalendarDay] { Self.starts(CalendarMonth.all(of: today.year)[0].following(13)) }

    private static func starts(_ months: [CalendarMonth]) -> [CalendarDay] {
        months.map { CalendarDay(year: $0.year, month: $0.month, day: 1) ?? .last }
    }
}
