import Payables
import Values

/// One diagram of the picture: an amount against the score, a line for each reading.
struct CurvePanel {
    let title: String
    let readings: [WhatIf]
    let amount: (PayableCurve.Figures) -> Fraction
    let scores: AxisScale
    let amounts: AxisScale
    let ticks: [Double]

    /// Fen in 万元.
    static let unit = 1_000_000.0

    init(
        _ title: String, _ readings: [WhatIf], scores: AxisScale, top: Double, bottom: Double,
        _ amount: @escaping (PayableCurve.Figures) -> Fraction
    ) {
        (self.title, self.readings, self.scores, self.amount) = (title, readings, scores, amount)
        var highest = 0.0
        for point in readings.flatMap(\.curve.points) {
            for figures in [point.below, point.at, point.above] {
                highest = max(highest, figures.map { Double(amount($0)) / Self.unit } ?? 0)
            }
        }
        (amounts, ticks) = AxisScale.fromZero(upTo: max(highest, 0.01), start: bottom, end: top)
    }

    func place(_ score: Fraction, _ figures: PayableCurve.Figures) -> Point {
        Point(x: scores.pixel(Double(score)), y: amounts.pixel(Double(amount(figures)) / Self.unit))
    }

    func write(to svg: inout SVGWriter) {
        writeUndetermined(to: &svg)
        for tick in ticks {
            let y = amounts.pixel(tick)
            svg.line(tick == 0 ? "axis" : "grid", from: Point(x: scores.start, y: y), to: Point(x: scores.end, y: y))
            svg.label("tick", Self.text(tick), at: Point(x: scores.start - 8, y: y + 4), anchor: "end")
        }
        svg.label("panel", title, at: Point(x: scores.start, y: amounts.end - 12))
        for (index, reading) in readings.enumerated() {
            write(reading, CurveStyle(index: index, count: readings.count), to: &svg)
        }
    }

    /// The line in pieces that end at jumps, then its marks on top.
    private func write(_ reading: WhatIf, _ style: CurveStyle, to svg: inout SVGWriter) {
        var path = ""
        let points = reading.curve.points
        for (left, right) in zip(points, points.dropFirst()) {
            guard let start = left.above, let end = right.below, Double(right.score) > scores.low else { continue }
            let from = clipped(left.score, start, right.score, end)
            let to = place(right.score, end)
            if path.isEmpty || jumps(left) { path += "M\(from.x.pixels) \(from.y.pixels)" }
            path += "L\(to.x.pixels) \(to.y.pixels)"
        }
        svg.element("path", [
            "d": path, "fill": "none", "stroke": style.colour, "stroke-width": style.width.pixels,
            "stroke-dasharray": style.dashes, "stroke-linejoin": "round",
        ])
        let marked = marked(points)
        for index in marked where Double(points[index].score) >= scores.low {
            writeMarks(points[index], style, isStair: marked.count > Self.mostMarked, to: &svg)
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

    private func writeMarks(_ point: PayableCurve.Point, _ style: CurveStyle, isStair: Bool, to svg: inout SVGWriter) {
        let here = place(point.score, point.at)
        for side in [point.below, point.above] {
            guard let side, amount(side) != amount(point.at) else { continue }
            let near = place(point.score, side)
            svg.element("line", [
                "x1": here.x.pixels, "y1": here.y.pixels, "x2": near.x.pixels, "y2": near.y.pixels, "stroke": style.colour,
                "stroke-width": "1", "stroke-dasharray": "2 3",
            ])
            if isStair { continue }
            let mark = style.mark(at: near, isHollow: true)
            svg.element(mark.name, mark.attributes)
        }
        let mark = style.mark(at: here, isHollow: false, size: isStair ? 1.6 : 4)
        svg.element(mark.name, mark.attributes)
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

    /// A hatched ground where no rule says what a score costs.
    private func writeUndetermined(to svg: inout SVGWriter) {
        for reading in readings.prefix(1) {
            for (left, right) in zip(reading.curve.points, reading.curve.points.dropFirst()) {
                guard left.above?.isUndetermined ?? false, Double(right.score) > scores.low else { continue }
                let from = max(scores.start, scores.pixel(Double(left.score)))
                let width = scores.pixel(Double(right.score)) - from
                svg.element("rect", [
                    "x": from.pixels, "y": amounts.end.pixels, "width": width.pixels,
                    "height": (amounts.start - amounts.end).pixels, "fill": "url(#undetermined)",
                ])
            }
        }
    }

    /// An amount without needless decimals: "71.888".
    static func text(_ amount: Double) -> String {
        let units = Int((amount * 10_000).rounded())
        var fraction = String(10_000 + units % 10_000).dropFirst()
        while fraction.last == "0" { fraction.removeLast() }
        return "\(units / 10_000)\(fraction.isEmpty ? "" : "." + fraction)"
    }
}
