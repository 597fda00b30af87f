internal import Contracts
internal import JSON
internal import Values

/// Reads the members of one JSON object and gathers everything that is wrong with them.
struct BodyReader {
    /// Bytes of a text that people type: a reason, a number, a source.
    private static let longest = 2000

    private let root: JSONValue
    private var problems: [Problem] = []

    /// Throws all problems at once: what cannot be parsed, unknown members, and those that `body` finds.
    static func read<Value>(
        _ bytes: [UInt8], _ names: Set<String>, _ body: (inout BodyReader) -> Value
    ) throws(Problems) -> Value {
        var parser = JSONParser()
        let parsed = bytes.withUnsafeBufferPointer { buffer in
            parser.parse(buffer) { root -> Result<Value, Problems> in
                guard root.kind == .object else {
                    return .failure(Problems([Problem(pointer: "", code: .wrongType, detail: "object")]))
                }
                var reader = BodyReader(root: root)
                for member in root.members where !names.contains(member.name.text) {
                    let name = member.name.text
                    reader.find("/" + JSONValue.token(name), .unknownField, name)
                }
                let value = body(&reader)
                return reader.problems.isEmpty ? .success(value) : .failure(Problems(reader.problems))
            }
        }
        switch parsed {
        case .success(let outcome): return try outcome.get()
        case .failure(let error):
            let code = ProblemCode(rawValue: error.code.rawValue) ?? .syntax
            throw Problems([Problem(pointer: "", code: code, detail: String(error.offset))])
        }
    }

    private init(root: JSONValue) { self.root = root }

    private mutating func find(_ pointer: String, _ code: ProblemCode, _ detail: String = "") {
        problems.append(Problem(pointer: pointer, code: code, detail: detail))
    }

    /// A text that must be there and says something.
    mutating func text(_ name: StaticString) -> String {
        guard root.member(name) != nil else {
            find("", .missingField, name.description)
            return ""
        }
        return textIfAny(name) ?? ""
    }

    mutating func textIfAny(_ name: StaticString) -> String? {
        guard let value = root.member(name) else { return nil }
        guard value.kind == .string else {
            find("/\(name)", .wrongType, "string")
            return nil
        }
        let text = value.text
        let isBlank = text.allSatisfy(\.isWhitespace)
        if isBlank || text.utf8.count > Self.longest || text.utf8.contains(0) { find("/\(name)", .badText) }
        return text
    }

    mutating func choice(_ name: StaticString, _ choices: [String]) -> String {
        let text = text(name)
        if root.text(name) != nil, !choices.contains(text) { find("/\(name)", .badChoice, text) }
        return text
    }

    /// Says of a member that does not belong here that it does not.
    mutating func refuse(_ name: StaticString) {
        if root.member(name) != nil { find("/\(name)", .unknownField, name.description) }
    }

    /// An amount above 0.
    mutating func money(_ name: StaticString, isRequired: Bool = true) -> Money? {
        guard let value = root.member(name) else {
            if isRequired { find("", .missingField, name.description) }
            return nil
        }
        guard value.kind != .number else {
            find("/\(name)", .numberForDecimal, value.text)
            return nil
        }
        guard value.kind == .string else {
            find("/\(name)", .wrongType, "string")
            return nil
        }
        guard let money = Money(value.text) else {
            find("/\(name)", .badMoney, value.text)
            return nil
        }
        if money <= .zero { find("/\(name)", .notPositive, value.text) }
        return money
    }

    /// A day that must be there; any day where it is wrong.
    mutating func day(_ name: StaticString) -> CalendarDay {
        let text = text(name)
        guard let day = CalendarDay(text) else {
            if root.text(name) != nil { find("/\(name)", .badDate, text) }
            return .first
        }
        return day
    }
}
