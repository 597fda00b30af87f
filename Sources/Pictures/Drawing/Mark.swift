import HTML

/// A mark at a place, told apart by its shape where colours are not.
enum Mark: CaseIterable {
    case circle, square, triangle, diamond

    /// `size` is about half its width; hollow marks show the ground.
    func node(_ names: String, at point: Point, isHollow: Bool = false, size: Double = 4) -> Node {
        let names = "\(names) picture-\(isHollow ? "hollow" : "mark")"
        let corners: [(Double, Double)] =
            switch self {
            case .circle: []
            case .square: [(-1, -1), (1, -1), (1, 1), (-1, 1)]
            case .triangle: [(0, -1.3), (1.2, 0.9), (-1.2, 0.9)]
            case .diamond: [(0, -1.4), (1.4, 0), (0, 1.4), (-1.4, 0)]
            }
        if corners.isEmpty {
            return element(
                "circle", .class(names), Attribute("cx", point.x.pixels), Attribute("cy", point.y.pixels),
                Attribute("r", size.pixels))
        }
        let places = corners.map { corner in
            "\((point.x + corner.0 * size * 0.95).pixels),\((point.y + corner.1 * size * 0.95).pixels)"
        }
        return element("polygon", .class(names), Attribute("points", places.joined(separator: " ")))
    }
}
