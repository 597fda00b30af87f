internal import Audit
internal import Reperformance
internal import Requests
internal import Values

extension Examiner {
    /// Entries of people, at what time they recorded them. What follows of itself in the same go (a request paid or
    /// become stale) is not looked at, and an import says when it was imported, not when anything happened.
    mutating func findOffHours() {
        for sealed in contract.journal.entries where sealed.entry.origin == .recorded {
            let entry = sealed.entry
            if case .request(let event) = entry.kind, event.name == .paid || event.name == .stale { continue }
            guard let day = entry.recordedAt.dayInChina else { continue }
            let calendar = contract.calendars.known(at: entry.recordedAt).first.map { WorkingCalendar.table($0.table) }
            var isMissing = false
            let isDayOff = !(calendar ?? .weekends).isWorkingDay(day, missing: &isMissing)
            let isNight = isNight(entry.recordedAt.hourInChina)
            guard isDayOff || isNight else { continue }
            findings.append(
                AuditFinding(
                    .offHours, number, subject: entry.subject, entry: entry.number, on: day,
                    people: [entry.recordedBy],
                    .recordedOffHours(
                        EntryWord(entry.kind), at: entry.recordedAt, isDayOff: isDayOff, isNight: isNight)))
        }
    }

    private func isNight(_ hour: Int) -> Bool {
        let (from, to) = (parameters.nightBeginsAt, parameters.nightEndsAt)
        return from <= to ? (from..<to).contains(hour) : hour >= from || hour < to
    }
}
