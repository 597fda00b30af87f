import Values

/// Keeps labels from lying on one another: a label takes the first of its places that is free, or none.
struct LabelBoard {
    struct Box {
        let left: Double
        let right: Double
        let top: Double
        let bottom: Double

        func meets(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    private var taken: [Box] = []

    mutating func take(_ box: Box) { taken.append(box) }

    func isFree(_ box: Box) -> Bool { !taken.contains { $0.meets(box) } }

    /// Takes the first of the places at which the text lies on nothing else; nil where there is none.
    mutating func firstFree(_ places: [(Point, Anchor)], for text: String, size: Double) -> (Point, Anchor)? {
        for (point, anchor) in places {
            let box = Self.box(text, at: point, anchor: anchor, size: size)
            guard isFree(box) else { continue }
            take(box)
            return (point, anchor)
        }
        return nil
    }

    /// The box that a text of so many pixels takes when its baseline is there.
    static func box(_ text: String, at point: Point, anchor: Anchor, size: Double) -> Box {
        let width = text.width(inPixels: size)
        let left = anchor == .start ? point.x : anchor == .middle ? point.x - width / 2 : point.x - width
        return Box(left: left - 3, right: left + width + 3, top: point.y - size, bottom: point.y + size * 0.25)
    }
}

extension String {
    /// About so many pixels wide: a Chinese character is as wide as it is high, a Latin one some 0.56 of that.
    func width(inPixels size: Double) -> Double {
        unicodeScalars.reduce(0) { $0 + (String($1).displayWidth == 2 ? 1 : 0.56) * size }
    }

    /// The text in at most so many pixels, cut with an ellipsis where it is longer.
    func fitting(_ width: Double, size: Double) -> String {
        if self.width(inPixels: size) <= width { return self }
        var rest = self
        while !rest.isEmpty, (rest + "…").width(inPixels: size) > width { rest.removeLast() }
        return rest + "…"
    }
}
