/// A piece of an HTML or SVG document as a value: what is text cannot become markup, whoever wrote it.
public indirect enum Node: Sendable, Equatable {
    case element(name: String, attributes: [Attribute], content: Node)
    case text(String)
    case group([Node])

    /// Nothing at all.
    public static let empty = Node.group([])

    /// Whether there is nothing in it.
    public var isEmpty: Bool {
        switch self {
        case .element: false
        case .text(let text): text.isEmpty
        case .group(let nodes): nodes.allSatisfy(\.isEmpty)
        }
    }
}

/// An attribute of an element: `class="amount"`; without a value a flag such as `required`.
public struct Attribute: Sendable, Equatable {
    public let name: String
    public let value: String?

    /// The name goes into the page as it is: it is never a user's.
    public init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
    }
}

/// An element with what stands in it. Attributes that are nil are left out.
public func element(_ name: StaticString, _ attributes: Attribute?..., @Content content: () -> Node) -> Node {
    .element(name: "\(name)", attributes: attributes.compactMap(\.self), content: content())
}

/// An element with nothing in it, such as `input` or `line`.
public func element(_ name: StaticString, _ attributes: Attribute?...) -> Node {
    .element(name: "\(name)", attributes: attributes.compactMap(\.self), content: .empty)
}
