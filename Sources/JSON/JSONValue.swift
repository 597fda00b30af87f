public import Values

/// A view of one value of a document that is being read; only valid inside of the parser's closure.
public struct JSONValue {
    let bytes: Bytes
    let nodes: UnsafeBufferPointer<JSONNode>
    let index: Int

    @inline(__always)
    var node: JSONNode { nodes[index] }

    /// The types of RFC 8259.
    public enum Kind: Sendable { case object, array, string, number, boolean, null }

    public var kind: Kind {
        switch node.kind {
        case .object: .object
        case .array: .array
        case .string: .string
        case .number: .number
        case .yes, .no: .boolean
        case .null: .null
        }
    }

    /// Where the value stands in the document: greater than every value before it. The key of ``pointer(to:)``.
    public var position: Int { index }

    /// The byte at which the value begins in the document; of a string, the first behind its quote.
    public var offset: Int { Int(node.offset) }

    /// The bytes of a number, or of a string without escapes; nil for all else.
    public var plainBytes: Bytes? {
        switch node.kind {
        case .string where !node.hasEscapes, .number: rawBytes
        default: nil
        }
    }

    var rawBytes: Bytes { Bytes(rebasing: bytes[Int(node.offset)..<Int(node.offset) + Int(node.count)]) }

    /// The text of a string with its escapes resolved, or of a number as written; empty for all else.
    public var text: String {
        switch node.kind {
        case .string: node.hasEscapes ? unescaped(rawBytes) : String(decoding: rawBytes, as: UTF8.self)
        case .number: String(decoding: rawBytes, as: UTF8.self)
        default: ""
        }
    }

    /// The value of `true` and `false`; nil for all else.
    public var boolean: Bool? {
        switch node.kind {
        case .yes: true
        case .no: false
        default: nil
        }
    }

    /// A whole number of 64 bits written without point or exponent; nil for all else.
    public var integer: Int? {
        guard node.kind == .number, let value = try? DecimalText.parse(rawBytes, places: 0) else { return nil }
        return Int(value)
    }

    /// The number of members or elements.
    public var count: Int { Int(node.count) }

    /// Whether a string is this word, byte for byte.
    @inline(__always)
    public func isText(_ word: StaticString) -> Bool {
        let node = node
        guard node.kind == .string, Int(node.count) == word.utf8CodeUnitCount, !node.hasEscapes else {
            return node.hasEscapes && text == word.description
        }
        let start = Int(node.offset)
        for offset in 0..<word.utf8CodeUnitCount where bytes[start + offset] != word.utf8Start[offset] { return false }
        return true
    }

    func sameName(as other: JSONValue) -> Bool {
        if node.hasEscapes || other.node.hasEscapes { return text.utf8.elementsEqual(other.text.utf8) }
        let (left, right) = (rawBytes, other.rawBytes)
        return left.count == right.count && left.elementsEqual(right)
    }
}
