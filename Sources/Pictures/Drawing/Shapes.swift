import HTML

/// A straight line of a class of the style sheet.
func line(_ names: String, from: Point, to: Point, _ more: Attribute?...) -> Node {
    .element(
        name: "line",
        attributes: [
            .class(names), Attribute("x1", from.x.pixels), Attribute("y1", from.y.pixels), Attribute("x2", to.x.pixels),
            Attribute("y2", to.y.pixels),
        ] + more.compactMap(\.self), content: .empty)
}

/// A text whose baseline is there.
func label(_ names: String, _ content: String, at point: Point, _ anchor: Anchor = .start) -> Node {
    element(
        "text", .class(names), Attribute("x", point.x.pixels), Attribute("y", point.y.pixels),
        Attribute("text-anchor", anchor.rawValue)
    ) { content }
}

/// A box; `fill` is the address of a pattern where a class does not say it.
func box(_ names: String?, at corner: Point, width: Double, height: Double, fill: String? = nil) -> Node {
    element(
        "rect", names.map { .class($0) }, Attribute("x", corner.x.pixels), Attribute("y", corner.y.pixels),
        Attribute("width", max(0, width).pixels), Attribute("height", max(0, height).pixels),
        fill.map { Attribute("fill", $0) })
}

/// A path by its commands.
func path(_ names: String, _ commands: String, _ more: Attribute?...) -> Node {
    .element(
        name: "path", attributes: [.class(names), Attribute("d", commands)] + more.compactMap(\.self), content: .empty)
}

/// A line through points, in one stroke.
func stroke(through points: [Point]) -> String {
    points.enumerated().map { "\($0.offset == 0 ? "M" : "L")\($0.element.x.pixels) \($0.element.y.pixels)" }.joined()
}

/// Where a text stands beside its place.
enum Anchor: String {
    case start, middle, end
}
