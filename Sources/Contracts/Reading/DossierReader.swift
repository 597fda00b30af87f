import JSON
import Values

/// Reads parsed JSON into nouns and gathers every problem on the way: what cannot be read gets a stand-in, so that
/// one mistake does not hide the next (payable.md, section 6).
struct DossierReader {
    let root: JSONValue
    /// What "CN" means: the built-in table or one of the user's.
    let chineseHolidays: HolidayTable
    var problems: [Problem] = []

    init(root: JSONValue, chineseHolidays: HolidayTable) {
        self.root = root
        self.chineseHolidays = chineseHolidays
    }

    /// Past this many problems the rest is not told: nobody reads a thousand.
    static let mostProblems = 1000

    mutating func report(_ code: ProblemCode, at value: JSONValue, _ detail: String = "") {
        report(code, at: value, member: nil, detail)
    }

    mutating func report(_ code: ProblemCode, at value: JSONValue, member: String?, _ detail: String = "") {
        guard problems.count < Self.mostProblems else { return }
        let pointer = root.pointer(to: value.position) + (member.map { "/" + JSONValue.token($0) } ?? "")
        problems.append(Problem(pointer: pointer, code: code, detail: detail))
    }

    /// The value if it is an object; its members must be among the names.
    mutating func object(_ value: JSONValue?, _ names: [StaticString]) -> JSONValue? {
        guard let value else { return nil }
        guard value.kind == .object else {
            report(.wrongType, at: value, "object")
            return nil
        }
        for member in value.members where !names.contains(where: { member.name.isText($0) }) {
            report(.unknownField, at: value, member: member.name.text, member.name.text)
        }
        return value
    }

    /// The member of that name; it is reported where it is missing.
    mutating func required(_ object: JSONValue, _ name: StaticString) -> JSONValue? {
        if let value = object.member(name) { return value }
        report(.missingField, at: object, member: name.description, name.description)
        return nil
    }

    /// The elements if it is an array of at most `most`.
    mutating func elements(_ value: JSONValue?, most: Int, mayBeEmpty: Bool = true) -> [JSONValue] {
        guard let value else { return [] }
        guard value.kind == .array else {
            report(.wrongType, at: value, "array")
            return []
        }
        guard value.count <= most else {
            report(.tooMany, at: value, String(most))
            return []
        }
        if value.count == 0, !mayBeEmpty { report(.emptyList, at: value) }
        return Array(value.elements)
    }

    /// The one member that an object of alternatives has; none or several are an error.
    mutating func alternative(_ object: JSONValue, _ names: [StaticString]) -> (name: StaticString, value: JSONValue)? {
        var found: (StaticString, JSONValue)?
        for name in names {
            guard let value = object.member(name) else { continue }
            if found != nil { report(.conflictingFields, at: object, Self.list(names)) }
            found = found ?? (name, value)
        }
        if found == nil { report(.missingField, at: object, Self.list(names)) }
        return found
    }

    static func list(_ names: [StaticString]) -> String { names.map(\.description).joined(separator: " | ") }
}
