extension JSONTree {
    /// The value at a JSON Pointer (RFC 6901); nil where there is none. Setting nil removes, `-` appends to an array.
    public subscript(pointer: String) -> JSONTree? {
        get { Self.steps(pointer).reduce(self as JSONTree?) { value, step in value?.child(step) } }
        set { self = replacing(Self.steps(pointer)[...], by: newValue) ?? .null }
    }

    /// The members of an object; none of all else.
    public var members: [Member] { if case .object(let members) = self { members } else { [] } }

    /// The elements of an array; none of all else.
    public var elements: [JSONTree] { if case .array(let elements) = self { elements } else { [] } }

    /// The text of a string; nil of all else.
    public var string: String? { if case .string(let text) = self { text } else { nil } }

    /// The names in a pointer, unescaped.
    public static func steps(_ pointer: String) -> [String] {
        pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
            $0.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
                .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
        }
    }

    private func child(_ step: String) -> JSONTree? {
        if case .array(let elements) = self {
            guard let index = Int(step), elements.indices.contains(index) else { return nil }
            return elements[index]
        }
        return members.first { $0.name == step }?.value
    }

    private func replacing(_ steps: ArraySlice<String>, by value: JSONTree?) -> JSONTree? {
        guard let step = steps.first else { return value }
        let rest = steps.dropFirst()
        if case .array(var elements) = self {
            if step == "-" { return .array(elements + [JSONTree.null.replacing(rest, by: value) ?? .null]) }
            guard let index = Int(step), elements.indices.contains(index) else { return self }
            if let changed = elements[index].replacing(rest, by: value) {
                elements[index] = changed
            } else {
                elements.remove(at: index)
            }
            return .array(elements)
        }
        var members = members
        let index = members.firstIndex { $0.name == step }
        let changed = (index.map { members[$0].value } ?? .null).replacing(rest, by: value)
        switch (index, changed) {
        case (let index?, let changed?): members[index].value = changed
        case (let index?, nil): members.remove(at: index)
        case (nil, let changed?): members.append(Member(step, changed))
        case (nil, nil): break
        }
        return .object(members)
    }
}

extension JSONTree {
    /// Where this tree lacks something that `expected` has or has something else there; what it has beyond is ignored.
    public func differences(from expected: JSONTree, at pointer: String = "") -> [String] {
        switch (expected, self) {
        case (.object(let wanted), .object):
            return wanted.flatMap { member -> [String] in
                let place = "\(pointer)/\(member.name)"
                guard let found = child(member.name) else { return ["\(place): missing, want \(member.value.text)"] }
                return found.differences(from: member.value, at: place)
            }
        case (.array(let wanted), .array(let found)) where wanted.count == found.count:
            return zip(wanted, found).enumerated().flatMap { $1.1.differences(from: $1.0, at: "\(pointer)/\($0)") }
        default: return self == expected ? [] : ["\(pointer): want \(expected.text), got \(text)"]
        }
    }
}
