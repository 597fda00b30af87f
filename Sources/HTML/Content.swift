/// Gathers what stands in an element: nodes and texts one below the other, with `if` and `for`.
@resultBuilder
public enum Content {
    public static func buildExpression(_ node: Node) -> Node { node }
    public static func buildExpression(_ nodes: [Node]) -> Node { .group(nodes) }
    public static func buildExpression(_ text: String) -> Node { .text(text) }
    public static func buildBlock(_ nodes: Node...) -> Node { nodes.count == 1 ? nodes[0] : .group(nodes) }
    public static func buildOptional(_ node: Node?) -> Node { node ?? .empty }
    public static func buildEither(first node: Node) -> Node { node }
    public static func buildEither(second node: Node) -> Node { node }
    public static func buildArray(_ nodes: [Node]) -> Node { .group(nodes) }
}

/// Nodes one below the other, without an element around them.
public func group(@Content _ content: () -> Node) -> Node { content() }
