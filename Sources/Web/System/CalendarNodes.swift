internal import HTML
internal import Operations
internal import Values

/// The calendar of one year.
func calendarNodes(_ calendar: CalendarInForce, of year: Int, _ words: Words) -> Node {
    let (system, table) = (words.system, calendar.table)
    let years = table.years ?? year...year
    let options = years.reversed().map { Field.Option(value: String($0), label: String($0)) }
    let form = FilledForm([
        Field(name: "year", label: system.year, kind: .choice(options), standard: String(year))
    ])
    return group {
        element("p") {
            if let replacement = calendar.replacement {
                system.replaced(by: replacement.recordedBy)
                words.moment(replacement.recordedAt)
            } else {
                system.builtIn
            }
            " "
            element("a", .href("/system/calendar/file")) { system.calendarFile }
        }
        form.filtering(at: "/system/calendar", in: words)
        element("h2") { system.holidays(year) }
        days(table.holidays.filter { $0.year == year }, words)
        element("h2") { system.workdays(year) }
        days(table.workingWeekends.filter { $0.year == year }, words)
    }
}

private func days(_ days: [CalendarDay], _ words: Words) -> Node {
    if days.isEmpty { return element("p") { words.nothingHere } }
    return element("ul", .class("days")) {
        for day in days {
            element("li") {
                words.day(day)
                " " + words.system.weekday(day)
            }
        }
    }
}

/// What one calendar says otherwise than another.
struct CalendarChange {
    let added: [(day: CalendarDay, isHoliday: Bool)]
    let removed: [(day: CalendarDay, isHoliday: Bool)]

    init(from old: HolidayTable, to new: HolidayTable) {
        added = Self.days(of: new, without: old)
        removed = Self.days(of: old, without: new)
    }

    private static func days(
        of table: HolidayTable, without other: HolidayTable
    ) -> [(day: CalendarDay, isHoliday: Bool)] {
        let holidays = Set(table.holidays).subtracting(other.holidays).map { ($0, true) }
        let workdays = Set(table.workingWeekends).subtracting(other.workingWeekends).map { ($0, false) }
        return (holidays + workdays).sorted { $0.0 < $1.0 }.map { (day: $0.0, isHoliday: $0.1) }
    }

    func node(_ words: Words) -> Node {
        let system = words.system
        return group {
            element("p", .class("warning")) {
                system.calendarMeans(added: added.count, removed: removed.count)
            }
            for (title, days) in [(system.addedDays, added), (system.removedDays, removed)] where !days.isEmpty {
                element("h2") { title }
                element("ul", .class("days")) {
                    for (day, isHoliday) in days {
                        element("li") {
                            words.day(day)
                            " \(system.weekday(day)) \(isHoliday ? system.holiday : system.workday)"
                        }
                    }
                }
            }
        }
    }
}
