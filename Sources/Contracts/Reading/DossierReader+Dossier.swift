import JSON
import Values

extension DossierReader {
    /// Facts that a dossier may have.
    static let mostFacts = 1_000_000

    /// The whole dossier; nil where anything at all is wrong.
    mutating func dossier() -> Dossier? {
        guard let object = object(root, ["contract", "facts", "asOf", "calendar"]) else { return nil }
        let contract = contract(required(object, "contract"))
        let values = elements(required(object, "facts"), most: Self.mostFacts)
        var facts: [Fact] = []
        var positions: [Int] = []
        facts.reserveCapacity(values.count)
        positions.reserveCapacity(values.count)
        var unread: Set<Int> = []
        for (position, value) in values.enumerated() {
            let before = problems.count
            let fact = fact(value)
            if problems.count > before { unread.insert(facts.count) }
            guard let fact else { continue }
            facts.append(fact)
            positions.append(position)
        }
        refuseRepeated(values)
        let asOf = day(required(object, "asOf"))
        let calendar = object.member("calendar").map { workingCalendar($0) } ?? WorkingCalendar.none
        guard let contract, let asOf else { return nil }
        var gathering = StandingGatherer(contract: contract, facts: facts, unread: unread, asOf: asOf)
        let standing = gathering.gather()
        for finding in gathering.findings where problems.count < Self.mostProblems {
            let place = values[positions[finding.fact]]
            report(finding.code, at: place.descendant(finding.path), finding.detail)
        }
        guard problems.isEmpty, let calendar else { return nil }
        return Dossier(contract: contract, facts: facts, asOf: asOf, calendar: calendar, standing: standing)
    }

    mutating func workingCalendar(_ value: JSONValue) -> WorkingCalendar? {
        if value.kind == .string {
            if value.isText("none") { return WorkingCalendar.none }
            if value.isText("weekends") { return .weekends }
            if value.isText("CN") { return .table(chineseHolidays) }
            report(.badChoice, at: value, "none | weekends | CN | {holidays, workingWeekends}")
            return nil
        }
        guard let object = object(value, ["holidays", "workingWeekends"]) else { return nil }
        let holidays = elements(required(object, "holidays"), most: 20_000).compactMap { day($0) }
        let free = Set(holidays)
        let workingWeekends = elements(required(object, "workingWeekends"), most: 20_000).compactMap { value in
            let day = day(value)
            if let day, free.contains(day) { report(.duplicateIdentifier, at: value, day.description) }
            return day
        }
        return .table(HolidayTable(holidays: holidays, workingWeekends: workingWeekends))
    }
}
