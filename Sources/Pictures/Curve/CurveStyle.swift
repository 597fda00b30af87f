import HTML

/// How the lines of several readings differ: by colour, by dashes, by the shape of their marks and by width, so that
/// lines which lie on one another all stay visible, and no reader depends on colour.
struct CurveStyle {
    let index: Int
    let count: Int

    /// The class that gives its colour.
    var name: String {
        let ordinal = ["first", "second", "third", "fourth", "fifth", "sixth"][index % 6]
        return "picture-\(ordinal)"
    }

    /// Colour and stroke of its line.
    var line: String { name + " picture-line" }

    var width: Attribute {
        let width = count == 1 ? 2.5 : 2 + 1.8 * Double(min(count, 4) - 1 - min(index, min(count, 4) - 1))
        return Attribute("stroke-width", width.pixels)
    }

    var dashes: Attribute {
        Attribute("stroke-dasharray", ["none", "10 5", "3 4", "14 4 3 4", "6 3", "1 5"][index % 6])
    }

    /// A mark of this reading: circle, square, triangle or diamond; hollow where the curve only comes near to the
    /// point.
    func mark(at point: Point, isHollow: Bool, size: Double = 4) -> Node {
        Mark.allCases[index % 4].node(name, at: point, isHollow: isHollow, size: size)
    }
}
