internal import Values

/// A JSON document as a value that can be changed place by place; ``JSONValue`` is only a view of bytes. Written, it is
/// in the canonical form of RFC 8785, but for numbers, which stay as they were spelled.
public indirect enum JSONDocument: Equatable, Sendable {
    case object([String: JSONDocument])
    case array([JSONDocument])
    case string(String)
    /// A number, `true`, `false` or `null`, as spelled.
    case literal(String)

    /// Reads bytes as the parser does.
    public init(parsing bytes: [UInt8]) throws(JSONError) {
        var parser = JSONParser()
        self = try bytes.withUnsafeBufferPointer { parser.parse($0) { JSONDocument($0) } }.get()
    }

    /// Copies what a view shows.
    public init(_ value: JSONValue) {
        switch value.kind {
        case .object:
            self = .object(
                Dictionary(value.members.map { ($0.name.text, JSONDocument($0.value)) }, uniquingKeysWith: { $1 }))
        case .array: self = .array(value.elements.map { JSONDocument($0) })
        case .string: self = .string(value.text)
        case .number: self = .literal(value.text)
        case .boolean: self = .literal(value.boolean == true ? "true" : "false")
        case .null: self = .literal("null")
        }
    }

    /// A whole number.
    public static func number(_ number: Int) -> JSONDocument { .literal(String(number)) }

    /// The members of an object; none for all else.
    public var members: [String: JSONDocument] { if case .object(let members) = self { members } else { [:] } }

    /// The elements of an array; none for all else.
    public var elements: [JSONDocument] { if case .array(let elements) = self { elements } else { [] } }

    /// A string, or a number or word as spelled; nil for lists and objects.
    public var text: String? {
        switch self {
        case .string(let text), .literal(let text): text
        case .object, .array: nil
        }
    }

    /// The document as JSON.
    public var bytes: [UInt8] {
        var output = TextOutput(reservingCapacity: 1024)
        write(to: &output)
        return output.bytes
    }

    private func write(to output: inout TextOutput) {
        switch self {
        case .string(let text): output.write(jsonString: text)
        case .literal(let text): output.write(text: text)
        case .array(let elements):
            output.write("[")
            for (index, element) in elements.enumerated() {
                if index > 0 { output.write(",") }
                element.write(to: &output)
            }
            output.write("]")
        case .object(let members):
            output.write("{")
            for (index, name) in members.keys.sorted(by: Self.isBefore).enumerated() {
                if index > 0 { output.write(",") }
                output.write(jsonString: name)
                output.write(":")
                members[name]?.write(to: &output)
            }
            output.write("}")
        }
    }

    private static func isBefore(_ left: String, _ right: String) -> Bool {
        left.utf16.lexicographicallyPrecedes(right.utf16)
    }
}
