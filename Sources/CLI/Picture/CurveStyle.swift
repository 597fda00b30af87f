/// How the lines of several readings differ: by colour, by dashes, by the shape of their marks and by width, so that
/// lines which lie on one another all stay visible, and no reader depends on colour.
struct CurveStyle {
    let index: Int
    let count: Int

    var colour: String { ["#1d5b8f", "#b4501e", "#2e7d5b", "#6a4c93", "#7a6410", "#5f6b76"][index % 6] }

    var dashes: String { ["none", "10 5", "3 4", "14 4 3 4", "6 3", "1 5"][index % 6] }

    var width: Double { count == 1 ? 2.5 : 2 + 1.8 * Double(min(count, 4) - 1 - min(index, min(count, 4) - 1)) }

    /// A mark of this reading: circle, square, triangle or diamond; hollow where the curve only comes near to the
    /// point.
    func mark(
        at point: Point, isHollow: Bool, size: Double = 4
    ) -> (name: String, attributes: KeyValuePairs<String, String>) {
        let fill = isHollow ? "#ffffff" : colour
        if index % 4 == 0 {
            return (
                "circle",
                [
                    "cx": point.x.pixels, "cy": point.y.pixels, "r": size.pixels, "fill": fill, "stroke": colour,
                    "stroke-width": "1.5",
                ]
            )
        }
        let corners: [(Double, Double)] =
            switch index % 4 {
            case 1: [(-1, -1), (1, -1), (1, 1), (-1, 1)]
            case 2: [(0, -1.3), (1.2, 0.9), (-1.2, 0.9)]
            default: [(0, -1.4), (1.4, 0), (0, 1.4), (-1.4, 0)]
            }
        let places = corners.map { corner in
            Point(x: point.x + corner.0 * size * 0.95, y: point.y + corner.1 * size * 0.95)
        }.map { "\($0.x.pixels),\($0.y.pixels)" }
        return (
            "polygon", ["points": places.joined(separator: " "), "fill": fill, "stroke": colour, "stroke-width": "1.5"]
        )
    }
}
