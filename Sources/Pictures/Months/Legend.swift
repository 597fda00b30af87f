import HTML

/// What the grounds and lines of a picture mean, in one row.
struct Legend {
    /// A sample at a place (its left end, the baseline of the text), and its name.
    let entries: [(sample: (Point) -> Node, name: String)]

    /// So wide is a sample with the gap behind it.
    private static let sampleWidth = 26.0

    func node(at start: Point) -> Node {
        var x = start.x
        var nodes: [Node] = []
        for (sample, name) in entries {
            nodes.append(sample(Point(x: x, y: start.y)))
            nodes.append(label("picture-value", name, at: Point(x: x + Self.sampleWidth, y: start.y)))
            x += Self.sampleWidth + name.width(inPixels: 12) + 16
        }
        return .group(nodes)
    }

    /// A little bar.
    static func bar(_ names: String?, fill: String? = nil) -> (Point) -> Node {
        { box(names, at: Point(x: $0.x, y: $0.y - 10), width: 18, height: 11, fill: fill) }
    }
}
