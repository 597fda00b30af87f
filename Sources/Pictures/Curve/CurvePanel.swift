import HTML
import Payables
import Values

/// One diagram of the picture: an amount against the score, a line for each reading.
struct CurvePanel {
    let title: String
    let readings: [CurveReading]
    let amount: (PayableCurve.Figures) -> Fraction
    let scores: AxisScale
    let amounts: AxisScale
    let ticks: [Double]

    init(
        _ title: String, _ readings: [CurveReading], scores: AxisScale, top: Double, bottom: Double,
        _ amount: @escaping (PayableCurve.Figures) -> Fraction
    ) {
        (self.title, self.readings, self.scores, self.amount) = (title, readings, scores, amount)
        var highest = 0.0
        for point in readings.flatMap(\.curve.points) {
            for figures in [point.below, point.at, point.above] {
                highest = max(highest, figures.map { Double(amount($0)) / AmountAxis.unit } ?? 0)
            }
        }
        (amounts, ticks) = AxisScale.fromZero(upTo: max(highest, 0.01), start: bottom, end: top)
    }

    func place(_ score: Fraction, _ figures: PayableCurve.Figures) -> Point {
        Point(x: scores.pixel(Double(score)), y: amounts.pixel(Double(amount(figures)) / AmountAxis.unit))
    }

    /// The diagram; `fill` is the ground of scores that no rule covers.
    func node(undetermined fill: String) -> Node {
        group {
            undeterminedGrounds(fill)
            for tick in ticks {
                let y = amounts.pixel(tick)
                line(
                    tick == 0 ? "picture-axis" : "picture-grid", from: Point(x: scores.start, y: y),
                    to: Point(x: scores.end, y: y))
                label("picture-tick", AmountAxis.text(tick), at: Point(x: scores.start - 8, y: y + 4), .end)
            }
            label("picture-heading", title, at: Point(x: scores.start, y: amounts.end - 12))
            for (index, reading) in readings.enumerated() {
                curve(reading, CurveStyle(index: index, count: readings.count))
            }
        }
    }

    /// The lines of every tenth or fifth score, with their numbers.
    var scoreLines: Node {
        let step = scores.high - scores.low > 50 ? 10 : 5
        return group {
            for score in stride(from: Int(scores.low), through: 100, by: step) {
                let x = scores.pixel(Double(score))
                line("picture-grid", from: Point(x: x, y: amounts.end), to: Point(x: x, y: amounts.start))
                label("picture-tick", String(score), at: Point(x: x, y: amounts.start + 20), .middle)
            }
        }
    }

    /// The line in pieces that end at jumps, then its marks on top; none where only a ruling can say.
    private func curve(_ reading: CurveReading, _ style: CurveStyle) -> Node {
        var commands = ""
        let points = reading.curve.points
        for (left, right) in zip(points, points.dropFirst()) {
            guard let start = left.above, let end = right.below, Double(right.score) > scores.low,
                !start.isUndetermined
            else { continue }
            let from = clipped(left.score, start, right.score, end)
            let to = place(right.score, end)
            if commands.isEmpty || jumps(left) { commands += "M\(from.x.pixels) \(from.y.pixels)" }
            commands += "L\(to.x.pixels) \(to.y.pixels)"
        }
        let marked = marked(points)
        return group {
            path(style.line, commands, style.width, style.dashes)
            for index in marked where Double(points[index].score) >= scores.low {
                marks(points[index], style, isStair: marked.count > Self.mostMarked)
            }
        }
    }

    /// Where a stretch enters the diagram from the left.
    private func clipped(
        _ left: Fraction, _ start: PayableCurve.Figures, _ right: Fraction, _ end: PayableCurve.Figures
    ) -> Point {
        let (from, to) = (place(left, start), place(right, end))
        guard from.x < scores.start, to.x > from.x else { return from }
        return Point(x: scores.start, y: from.y + (to.y - from.y) * (scores.start - from.x) / (to.x - from.x))
    }

    /// A line with more points than this is a stair: small marks, and amounts at its ends only.
    static let mostMarked = 10

    private func marks(_ point: PayableCurve.Point, _ style: CurveStyle, isStair: Bool) -> Node {
        let here = place(point.score, point.at)
        return group {
            let sides = [point.below, point.above].compactMap(\.self).filter { !$0.isUndetermined }
            for side in sides where amount(side) != amount(point.at) {
                let near = place(point.score, side)
                line(
                    style.line, from: here, to: near, Attribute("stroke-width", "1"),
                    Attribute("stroke-dasharray", "2 3"))
                if !isStair { style.mark(at: near, isHollow: true) }
            }
            if !point.at.isUndetermined { style.mark(at: here, isHollow: false, size: isStair ? 1.6 : 4) }
        }
    }

    private func jumps(_ point: PayableCurve.Point) -> Bool {
        [point.below, point.above].contains { side in side.map { amount($0) != amount(point.at) } ?? false }
    }

    /// The points at which this diagram's amount changes its course; others belong to the other diagram only.
    func marked(_ points: [PayableCurve.Point]) -> [Int] {
        points.indices.dropFirst().dropLast().filter { index in
            jumps(points[index]) || slope(points, index - 1) != slope(points, index)
        }
    }

    private func slope(_ points: [PayableCurve.Point], _ index: Int) -> Fraction? {
        guard let start = points[index].above, let end = points[index + 1].below else { return nil }
        return try? amount(end).minus(amount(start)).divided(by: points[index + 1].score.minus(points[index].score))
    }

    /// A hatched ground where only a ruling can say what a score costs.
    private func undeterminedGrounds(_ fill: String) -> Node {
        group {
            for stretch in undetermined {
                box(
                    nil, at: Point(x: stretch.from, y: amounts.end), width: stretch.to - stretch.from,
                    height: amounts.start - amounts.end, fill: fill)
            }
        }
    }

    /// Says so on the grounds that are wide enough.
    func undeterminedNote(in language: Language) -> Node {
        let text = language.choose("待裁定", "awaits a ruling")
        return group {
            for stretch in undetermined where stretch.to - stretch.from > text.width(inPixels: 12) + 12 {
                let middle = Point(x: (stretch.from + stretch.to) / 2, y: (amounts.start + amounts.end) / 2)
                label("picture-halo", text, at: middle, .middle)
            }
        }
    }

    /// Where only a ruling can say what a score costs under the first reading, in pixels.
    var undetermined: [(from: Double, to: Double)] {
        let points = readings[0].curve.points
        return zip(points, points.dropFirst()).compactMap { left, right in
            guard left.above?.isUndetermined ?? false, Double(right.score) > scores.low else { return nil }
            return (max(scores.start, scores.pixel(Double(left.score))), scores.pixel(Double(right.score)))
        }
    }
}
