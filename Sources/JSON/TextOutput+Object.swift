public import Values

/// A member's value in an object that the program writes.
public enum JSONContent: Sendable {
    case text(String)
    case integer(Int)
    case boolean(Bool)
    case texts([String])
    /// JSON as it is.
    case raw([UInt8])
    case object([String: JSONContent?])
    case list([JSONContent])
}

extension TextOutput {
    /// An object in the canonical form of RFC 8785: its members sorted by their names, without white space. Members
    /// that are nil are left out.
    public mutating func write(object members: [String: JSONContent?]) {
        let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
        var isFirst = true
        write("{")
        for (name, content) in sorted {
            guard let content else { continue }
            if !isFirst { write(",") }
            isFirst = false
            write(jsonString: name)
            write(":")
            write(content)
        }
        write("}")
    }

    /// One value, its objects in the canonical form.
    public mutating func write(_ content: JSONContent) {
        switch content {
        case .text(let text): write(jsonString: text)
        case .integer(let number): write(number)
        case .boolean(let value): write(value ? "true" : "false")
        case .raw(let bytes): bytes.withUnsafeBufferPointer { write(raw: $0) }
        case .object(let members): write(object: members)
        case .list(let elements):
            write("[")
            for (index, element) in elements.enumerated() {
                if index > 0 { write(",") }
                write(element)
            }
            write("]")
        case .texts(let texts):
            write("[")
            for (index, text) in texts.enumerated() {
                if index > 0 { write(",") }
                write(jsonString: text)
            }
            write("]")
        }
    }
}
