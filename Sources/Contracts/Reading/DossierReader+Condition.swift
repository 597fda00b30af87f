import JSON
import Values

extension DossierReader {
    private static let conditionNames: [StaticString] = [
        "event", "count", "date", "after", "yearStarts", "yearElapsed", "yearEnds", "contractEnds", "invoice", "clear",
        "all", "any",
    ]
    private static let allConditionNames: [StaticString] = conditionNames + ["atLeast", "months", "days"]
    private static let deepestCondition = 16

    /// A condition (payable.md, section 3).
    mutating func condition(_ value: JSONValue?, in index: TermsIndex, depth: Int) -> Condition? {
        guard let object = object(value, Self.allConditionNames) else { return nil }
        guard depth < Self.deepestCondition else {
            report(.depth, at: object, String(Self.deepestCondition))
            return nil
        }
        guard let form = alternative(object, Self.conditionNames) else { return nil }
        let name = form.name.description
        refuseCompanions(object, of: name)
        switch name {
        case "event": return identifier(form.value).map { .event($0) }
        case "count":
            let event = identifier(form.value)
            let number = integer(required(object, "atLeast"), 1...1_000_000_000)
            guard let event, let number else { return nil }
            return .count(event, atLeast: number)
        case "date": return day(form.value).map { .date($0) }
        case "after": return after(object, form.value)
        case "contractEnds", "invoice": return flag(form.value, name, in: index)
        case "clear": return identifier(form.value).map { .clear($0) }
        case "all": return parts(form.value, in: index, depth: depth).map { .all($0) }
        case "any": return parts(form.value, in: index, depth: depth).map { .any($0) }
        default: return yearCondition(object, form.value, name, in: index)
        }
    }

    private mutating func refuseCompanions(_ object: JSONValue, of name: String) {
        let companions: [(StaticString, [String])] = [
            ("atLeast", ["count"]), ("months", ["after", "yearElapsed"]), ("days", ["after"]),
        ]
        for (companion, owners) in companions where !owners.contains(name) {
            if let value = object.member(companion) { report(.conflictingFields, at: value, name) }
        }
    }

    private mutating func after(_ object: JSONValue, _ value: JSONValue) -> Condition? {
        let event = identifier(value)
        let span = alternative(object, ["months", "days"]).flatMap { self.span($0.name, $0.value) }
        guard let event, let span else { return nil }
        return .after(event, span)
    }

    private mutating func flag(_ value: JSONValue, _ name: String, in index: TermsIndex) -> Condition? {
        guard value.boolean == true else {
            report(value.kind == .boolean ? .badChoice : .wrongType, at: value, "true")
            return nil
        }
        if name == "invoice" { return .invoice }
        if !index.hasEnd { report(.noTerm, at: value) }
        return .contractEnds
    }

    private mutating func yearCondition(
        _ object: JSONValue, _ value: JSONValue, _ name: String, in index: TermsIndex
    ) -> Condition? {
        let position = yearReference(value, in: index)
        let months = name == "yearElapsed" ? integer(required(object, "months"), 0...1200) : 0
        guard let position, let months else { return nil }
        switch name {
        case "yearStarts": return .yearStarts(position)
        case "yearElapsed": return .yearElapsed(position, months: months)
        default: return .yearEnds(position)
        }
    }

    private mutating func parts(_ value: JSONValue, in index: TermsIndex, depth: Int) -> [Condition]? {
        let parts = elements(value, most: 100, mayBeEmpty: false)
        return parts.compactMap { condition($0, in: index, depth: depth + 1) }
    }
}
