extension JSONDocument {
    /// The steps of a JSON Pointer (RFC 6901).
    public static func steps(of pointer: String) -> [String] {
        pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { step in
            step.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
                .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
        }
    }

    /// What stands at a JSON Pointer; nil where there is nothing. Setting makes the objects on the way, adds to a list
    /// at its end, and takes away for nil; where the way leads through something else, nothing happens.
    public subscript(pointer: String) -> JSONDocument? {
        get { descendant(Self.steps(of: pointer)[...]) }
        set { set(newValue, at: Self.steps(of: pointer)[...]) }
    }

    private func descendant(_ steps: ArraySlice<String>) -> JSONDocument? {
        guard let step = steps.first else { return self }
        switch self {
        case .object(let members): return members[step]?.descendant(steps.dropFirst())
        case .array(let elements):
            guard let index = Int(step), elements.indices.contains(index) else { return nil }
            return elements[index].descendant(steps.dropFirst())
        case .string, .literal: return nil
        }
    }

    private mutating func set(_ value: JSONDocument?, at steps: ArraySlice<String>) {
        guard let step = steps.first else {
            if let value { self = value }
            return
        }
        let rest = steps.dropFirst()
        switch self {
        case .object(var members):
            if rest.isEmpty {
                members[step] = value
            } else {
                var member = members[step] ?? .object([:])
                member.set(value, at: rest)
                // Nothing is made on the way to what is taken away.
                if value != nil || members[step] != nil { members[step] = member }
            }
            self = .object(members)
        case .array(var elements):
            guard let index = Int(step), (0...elements.count).contains(index) else { return }
            if index == elements.count {
                guard let value else { return }
                var element = JSONDocument.object([:])
                element.set(value, at: rest)
                elements.append(element)
            } else if rest.isEmpty, value == nil {
                elements.remove(at: index)
            } else {
                elements[index].set(value, at: rest)
            }
            self = .array(elements)
        case .string, .literal: return
        }
    }

    /// The same with every text changed; what becomes nil goes, and its member with it.
    public func mapTexts(_ change: (String) -> JSONDocument?) -> JSONDocument? {
        switch self {
        case .object(let members): .object(members.compactMapValues { $0.mapTexts(change) })
        case .array(let elements): .array(elements.compactMap { $0.mapTexts(change) })
        case .string(let text): change(text)
        case .literal: self
        }
    }
}
