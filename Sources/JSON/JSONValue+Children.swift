extension JSONValue {
    /// A member of an object: its name, a string, and its value.
    public struct Member {
        public let name: JSONValue
        public let value: JSONValue
    }

    /// The members of an object in their order; nothing for all else.
    public var members: Members { Members(value: self, left: node.kind == .object ? count : 0, index: index + 1) }

    /// The elements of an array in their order; nothing for all else.
    public var elements: Elements { Elements(value: self, left: node.kind == .array ? count : 0, index: index + 1) }

    /// Steps through the members of an object.
    public struct Members: Sequence, IteratorProtocol {
        let value: JSONValue
        var left: Int
        var index: Int

        public mutating func next() -> Member? {
            guard left > 0 else { return nil }
            left -= 1
            let name = value.at(index)
            let member = value.at(index + 1)
            index = Int(member.node.next)
            return Member(name: name, value: member)
        }
    }

    /// Steps through the elements of an array.
    public struct Elements: Sequence, IteratorProtocol {
        let value: JSONValue
        var left: Int
        var index: Int

        public mutating func next() -> JSONValue? {
            guard left > 0 else { return nil }
            left -= 1
            let element = value.at(index)
            index = Int(element.node.next)
            return element
        }
    }

    func at(_ index: Int) -> JSONValue { JSONValue(bytes: bytes, nodes: nodes, index: index) }

    /// The member of that name; nil where there is none or the value is no object.
    public func member(_ name: StaticString) -> JSONValue? {
        for member in members where member.name.isText(name) { return member.value }
        return nil
    }

    /// The value at the end of the way, by names and indexes, or the last one on it that is there.
    public func descendant(_ path: [String]) -> JSONValue {
        var current = self
        for step in path {
            guard let next = current.child(step) else { return current }
            current = next
        }
        return current
    }

    /// The text of a member that is a string; nil where there is none.
    public func text(_ name: StaticString) -> String? {
        guard let value = member(name), value.kind == .string else { return nil }
        return value.text
    }

    private func child(_ step: String) -> JSONValue? {
        guard kind == .array else { return members.first { $0.name.text == step }?.value }
        guard let index = Int(step), index >= 0 else { return nil }
        return elements.dropFirst(index).first { _ in true }
    }

    /// The JSON Pointer (RFC 6901) from this value to the value at a ``position`` inside of it.
    public func pointer(to position: Int) -> String {
        var pointer = ""
        var current = self
        while current.index < position, position < Int(current.node.next) {
            guard let step = current.step(towards: position) else { break }
            pointer += "/" + step.token
            current = step.value
        }
        return pointer
    }

    private func step(towards position: Int) -> (token: String, value: JSONValue)? {
        for (offset, element) in elements.enumerated() where position < Int(element.node.next) {
            return (String(offset), element)
        }
        for member in members where position < Int(member.value.node.next) {
            return (Self.token(member.name.text), member.value)
        }
        return nil
    }

    /// A name as it stands in a JSON Pointer: `~` and `/` are escaped.
    public static func token(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
        return name.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
    }
}
