internal import Contracts
internal import JSON
internal import Serving
internal import Values

/// Reads the members of the JSON object that a request carries, and gathers everything that is wrong with it, so that
/// a client is told all at once. What is wrong reads as an empty value; nobody uses it, for ``check()`` throws then.
struct ObjectReader {
    private let object: JSONValue
    private var known: Set<String> = []
    private var problems: [Problem] = []

    init(_ object: JSONValue) {
        self.object = object
        if object.kind != .object { note("", .wrongType, "object") }
    }

    /// A text that must be there.
    mutating func text(_ name: String) -> String {
        guard let value = member(name) else {
            if object.kind == .object { note("", .missingField, name) }
            return ""
        }
        return text(value, "/" + name) ?? ""
    }

    /// A text that may be missing.
    mutating func optionalText(_ name: String) -> String? {
        member(name).flatMap { text($0, "/" + name) }
    }

    /// A whole number that may be missing.
    mutating func optionalInteger(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let value = member(name) else { return nil }
        guard let number = value.integer, range.contains(number) else {
            note("/" + name, .badInteger, "\(range.lowerBound)…\(range.upperBound)")
            return nil
        }
        return number
    }

    /// A whole number that must be there.
    mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Int {
        if let number = optionalInteger(name, in: range) { return number }
        if object.kind == .object, member(name) == nil { note("", .missingField, name) }
        return range.lowerBound
    }

    /// A day that may be missing.
    mutating func optionalDay(_ name: String) -> CalendarDay? {
        guard let text = optionalText(name) else { return nil }
        let day = CalendarDay(text)
        if day == nil { note("/" + name, .badDate, text) }
        return day
    }

    /// A truth value that may be missing.
    mutating func optionalBoolean(_ name: String) -> Bool? {
        guard let value = member(name) else { return nil }
        if value.boolean == nil { note("/" + name, .wrongType, "boolean") }
        return value.boolean
    }

    /// A list of texts; none where it is missing.
    mutating func texts(_ name: String) -> [String] {
        elements(name).compactMap { text($0.value, $0.pointer) }
    }

    /// A word of an enumeration that must be there.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, of type: Choice.Type = Choice.self
    ) -> Choice? {
        let word = text(name)
        guard !word.isEmpty else { return nil }
        let choice = Choice(rawValue: word)
        if choice == nil {
            note("/" + name, .badChoice, Choice.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return choice
    }

    /// Words of an enumeration, none twice; nil where they are missing.
    mutating func optionalChoices<Choice: RawRepresentable<String> & CaseIterable & Hashable>(
        _ name: String, of type: Choice.Type = Choice.self
    ) -> [Choice]? {
        guard member(name) != nil else { return nil }
        var choices: [Choice] = []
        for (value, pointer) in elements(name) {
            guard let word = text(value, pointer) else { continue }
            guard let choice = Choice(rawValue: word) else {
                note(pointer, .badChoice, Choice.allCases.map(\.rawValue).joined(separator: ", "))
                continue
            }
            if choices.contains(choice) { note(pointer, .duplicateIdentifier, word) }
            choices.append(choice)
        }
        return choices
    }

    /// The same where they must be there.
    mutating func choices<Choice: RawRepresentable<String> & CaseIterable & Hashable>(
        _ name: String, of type: Choice.Type = Choice.self
    ) -> [Choice] {
        if let choices = optionalChoices(name, of: type) { return choices }
        if object.kind == .object { note("", .missingField, name) }
        return []
    }

    /// Throws all that was found, and every member that nobody asked for.
    mutating func check() throws(Problems) {
        for member in object.members where !known.contains(member.name.text) {
            let name = member.name.text
            note("/" + JSONValue.token(name), .unknownField, name)
        }
        if !problems.isEmpty { throw Problems(problems) }
    }

    private mutating func member(_ name: String) -> JSONValue? {
        known.insert(name)
        return object.members.first { $0.name.text == name }?.value
    }

    private mutating func elements(_ name: String) -> [(value: JSONValue, pointer: String)] {
        guard let list = member(name) else { return [] }
        if list.kind != .array { note("/" + name, .wrongType, "array") }
        return list.elements.enumerated().map { ($0.element, "/\(name)/\($0.offset)") }
    }

    private mutating func text(_ value: JSONValue, _ pointer: String) -> String? {
        guard value.kind == .string else {
            note(pointer, .wrongType, "string")
            return nil
        }
        return value.text
    }

    private mutating func note(_ pointer: String, _ code: ProblemCode, _ detail: String) {
        problems.append(Problem(pointer: pointer, code: code, detail: detail))
    }
}
