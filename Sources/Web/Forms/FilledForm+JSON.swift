internal import JSON
internal import Serving
internal import Values

extension FilledForm {
    /// The body that a use case reads: each field whose name is a JSON Pointer, where something was typed. Amounts are
    /// written as yuan with decimals, whole numbers as numbers, everything else as text.
    var json: [UInt8] { json(adding: []) }

    /// The same with members that no field asks for: their pointers and texts.
    func json(adding constants: [(pointer: String, text: String)]) -> [UInt8] {
        var draft = JSONDraft.object([:])
        for (pointer, text) in constants { draft.set(Self.tokens(pointer), .text(text)) }
        for field in fields where field.name.hasPrefix("/") {
            let tokens = Self.tokens(field.name)
            if case .checks = field.kind {
                let chosen = all(field.name)
                if !chosen.isEmpty { draft.set(tokens, .list(chosen.map { .text($0) })) }
            } else if let value = self[field.name] {
                draft.set(tokens, Self.leaf(value, field.kind))
            }
        }
        var output = TextOutput(reservingCapacity: 1024)
        draft.write(to: &output)
        return output.bytes
    }

    private static func leaf(_ value: String, _ kind: Field.Kind) -> JSONDraft {
        switch kind {
        case .money: .text(Money(typed: value)?.description ?? value)
        case .wholeNumber: Int(value).map { .number($0) } ?? .text(value)
        case .tick: .yes
        default: .text(value)
        }
    }

    private static func tokens(_ pointer: String) -> [String] {
        pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { token in
            token.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
                .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
        }
    }
}

/// JSON that is put together from places and texts.
enum JSONDraft {
    case text(String)
    case number(Int)
    case yes
    case list([JSONDraft])
    /// Members that are numbers from 0 make a list when they are written.
    indirect case object([String: JSONDraft])

    mutating func set(_ path: [String], _ value: JSONDraft) {
        guard let first = path.first else { return self = value }
        var members: [String: JSONDraft] = [:]
        if case .object(let present) = self { members = present }
        var member = members[first] ?? .object([:])
        member.set(Array(path.dropFirst()), value)
        members[first] = member
        self = .object(members)
    }

    func write(to output: inout TextOutput) {
        switch self {
        case .text(let text): output.write(jsonString: text)
        case .number(let number): output.write(number)
        case .yes: output.write("true")
        case .list(let elements): output.write(list: elements) { $1.write(to: &$0) }
        case .object(let members):
            let numbers = members.keys.compactMap { Int($0) }.sorted()
            if !members.isEmpty, numbers.count == members.count {
                // Gaps are rows that were left empty.
                return output.write(list: numbers.compactMap { members[String($0)] }) { $1.write(to: &$0) }
            }
            output.write("{")
            for (index, key) in members.keys.sorted().enumerated() {
                if index > 0 { output.write(",") }
                output.write(jsonString: key)
                output.write(":")
                members[key]?.write(to: &output)
            }
            output.write("}")
        }
    }
}
