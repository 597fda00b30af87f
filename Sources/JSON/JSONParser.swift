public import Values

/// Reads UTF-8 bytes into a flat list of nodes in one pass, without building strings: RFC 8259, at most 4 GiB,
/// at most 64 levels deep (or fewer), valid UTF-8, no lone surrogates, no name twice in an object.
/// A parser may be used for one document after another; it keeps its memory.
public struct JSONParser: ~Copyable {
    public static let deepest = 64

    var nodes: [JSONNode] = []
    var bytes = Bytes(start: nil, count: 0)
    var index = 0

    private let deepest: Int

    /// A parser that has read nothing yet; it refuses what is nested deeper than so many levels.
    public init(deepest: Int = JSONParser.deepest) { self.deepest = min(deepest, Self.deepest) }

    /// Parses the bytes and hands the root to `body`; the value must not be kept beyond it.
    public mutating func parse<Result, Failure: Error>(
        _ text: Bytes, _ body: (JSONValue) throws(Failure) -> Result
    ) throws(Failure) -> Swift.Result<Result, JSONError> {
        do throws(JSONError) { try read(text) } catch { return .failure(error) }
        // The closure gets the bytes and nodes as they lie; both outlive the call.
        let outcome: Swift.Result<Result, Failure> = nodes.withUnsafeBufferPointer { nodes in
            do throws(Failure) { return .success(try body(JSONValue(bytes: text, nodes: nodes, index: 0))) } catch {
                return .failure(error)
            }
        }
        return .success(try outcome.get())
    }

    private mutating func read(_ text: Bytes) throws(JSONError) {
        guard text.count < Int(UInt32.max) else { throw JSONError(code: .size, offset: 0) }
        nodes.removeAll(keepingCapacity: true)
        bytes = text
        index = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        skipSpace()
        try readValue(depth: 0)
        skipSpace()
        if index < bytes.count { throw failure(.syntax) }
    }

    mutating func readValue(depth: Int) throws(JSONError) {
        guard index < bytes.count else { throw failure(.syntax) }
        switch bytes[index] {
        case UInt8(ascii: "{"): try readObject(depth: depth + 1)
        case UInt8(ascii: "["): try readArray(depth: depth + 1)
        case UInt8(ascii: "\""): try readString()
        case UInt8(ascii: "t"): try readWord("true", .yes)
        case UInt8(ascii: "f"): try readWord("false", .no)
        case UInt8(ascii: "n"): try readWord("null", .null)
        default: try readNumber()
        }
    }

    private mutating func readObject(depth: Int) throws(JSONError) {
        let own = try open(.object, depth: depth)
        var count: UInt32 = 0
        while try nextMember(UInt8(ascii: "}"), isFirst: count == 0) {
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw failure(.syntax) }
            try readString()
            skipSpace()
            guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { throw failure(.syntax) }
            index += 1
            skipSpace()
            try readValue(depth: depth)
            count += 1
        }
        close(own, count: count)
        try refuseRepeatedNames(of: own, count: Int(count))
    }

    private mutating func readArray(depth: Int) throws(JSONError) {
        let own = try open(.array, depth: depth)
        var count: UInt32 = 0
        while try nextMember(UInt8(ascii: "]"), isFirst: count == 0) {
            try readValue(depth: depth)
            count += 1
        }
        close(own, count: count)
    }

    private mutating func open(_ kind: JSONNode.Kind, depth: Int) throws(JSONError) -> Int {
        guard depth <= deepest else { throw failure(.depth) }
        add(kind, offset: index, count: 0)
        index += 1
        return nodes.count - 1
    }

    private mutating func close(_ own: Int, count: UInt32) {
        nodes[own].count = count
        nodes[own].next = UInt32(truncatingIfNeeded: nodes.count)
    }

    /// Steps over the comma; false at the closing bracket, which it takes too.
    private mutating func nextMember(_ closing: UInt8, isFirst: Bool) throws(JSONError) -> Bool {
        skipSpace()
        guard index < bytes.count else { throw failure(.syntax) }
        if bytes[index] == closing {
            index += 1
            return false
        }
        if isFirst { return true }
        guard bytes[index] == UInt8(ascii: ",") else { throw failure(.syntax) }
        index += 1
        skipSpace()
        return true
    }

    mutating func add(_ kind: JSONNode.Kind, offset: Int, count: Int, hasEscapes: Bool = false) {
        nodes.append(
            JSONNode(
                kind: kind, hasEscapes: hasEscapes, offset: UInt32(truncatingIfNeeded: offset),
                count: UInt32(truncatingIfNeeded: count), next: UInt32(truncatingIfNeeded: nodes.count + 1)))
    }

    mutating func skipSpace() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x0A, 0x0D, 0x09: index += 1
            default: return
            }
        }
    }

    func failure(_ code: JSONError.Code) -> JSONError { JSONError(code: code, offset: index) }
}
