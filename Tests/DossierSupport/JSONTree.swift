public import JSON
import Values

/// A JSON document as a value that tests build, change and compare; ``JSONValue`` is only a view of bytes.
public enum JSONTree: Equatable, Sendable {
    case object([Member])
    case array([JSONTree])
    case string(String)
    /// As written.
    case number(String)
    case boolean(Bool)
    case null

    /// A name and its value.
    public struct Member: Equatable, Sendable {
        public var name: String
        public var value: JSONTree

        public init(_ name: String, _ value: JSONTree) {
            self.name = name
            self.value = value
        }
    }
}

extension JSONTree {
    /// Parses bytes with the parser under test.
    public init(parsing bytes: [UInt8]) throws {
        var parser = JSONParser()
        self = try bytes.withUnsafeBufferPointer { try parser.parse($0) { JSONTree($0) }.get() }
    }

    /// Parses a text with the parser under test.
    public init(_ text: String) throws { try self.init(parsing: Array(text.utf8)) }

    /// Copies what a view shows.
    public init(_ value: JSONValue) {
        self =
            switch value.kind {
            case .object: .object(value.members.map { Member($0.name.text, JSONTree($0.value)) })
            case .array: .array(value.elements.map { JSONTree($0) })
            case .string: .string(value.text)
            case .number: .number(value.text)
            case .boolean: .boolean(value.boolean == true)
            case .null: .null
            }
    }

    /// The document as compact JSON.
    public var bytes: [UInt8] {
        var output = TextOutput()
        write(to: &output)
        return output.bytes
    }

    /// The document as compact JSON.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    private func write(to output: inout TextOutput) {
        switch self {
        case .object(let members):
            output.write("{")
            for (index, member) in members.enumerated() {
                if index > 0 { output.write(",") }
                output.write(jsonString: member.name)
                output.write(":")
                member.value.write(to: &output)
            }
            output.write("}")
        case .array(let elements):
            output.write("[")
            for (index, element) in elements.enumerated() {
                if index > 0 { output.write(",") }
                element.write(to: &output)
            }
            output.write("]")
        case .string(let text): output.write(jsonString: text)
        case .number(let text): output.write(text: text)
        case .boolean(let value): output.write(value ? "true" : "false")
        case .null: output.write("null")
        }
    }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    public init(stringLiteral text: String) { self = .string(text) }
    public init(integerLiteral number: Int) { self = .number(String(number)) }
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension JSONTree: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    public init(arrayLiteral elements: JSONTree...) { self = .array(elements) }

    public init(dictionaryLiteral members: (String, JSONTree)...) {
        self = .object(members.map { Member($0.0, $0.1) })
    }
}
