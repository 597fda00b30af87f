import Payables
import Values

/// Under the diagrams: for each reading a line with the exact scores at which it jumps or bends, each under its place.
struct CurveStrip {
    let readings: [WhatIf]
    let scores: AxisScale
    let words: Words
    let top: Double

    private let lineHeight = 26.0

    var bottom: Double { top + 20 + lineHeight * Double(readings.count) + 18 }

    func write(to svg: inout SVGWriter) {
        svg.label(
            "panel", words.choose("跳变与转折处的得分", "Scores at which it jumps or bends"), at: Point(x: scores.start, y: top))
        for (index, reading) in readings.enumerated() {
            let y = top + 20 + lineHeight * Double(index)
            svg.line("grid", from: Point(x: scores.start, y: y), to: Point(x: scores.end, y: y))
            write(reading, CurveStyle(index: index, count: readings.count), y, to: &svg)
        }
        let note = words.choose(
            "横轴为考核得分。实心为该得分本身，空心为略低（高）于该得分时趋近的金额；图中线段未舍入到分。",
            "Filled: at the score itself; hollow: what scores beside it come near to. Lines are not rounded to fen.")
        svg.label("note", note, at: Point(x: scores.start, y: bottom))
    }

    private func write(_ reading: WhatIf, _ style: CurveStyle, _ y: Double, to svg: inout SVGWriter) {
        var board = LabelBoard()
        for point in reading.curve.points.dropFirst().dropLast() {
            let x = scores.pixel(Double(point.score))
            guard x >= scores.start else { continue }
            let mark = style.mark(at: Point(x: x, y: y), isHollow: false, size: 3)
            svg.element(mark.name, mark.attributes)
            let text = Self.text(point.score)
            for (shift, anchor) in [(0.0, "middle"), (-4, "start"), (4, "end")] {
                let place = Point(x: x + shift, y: y + 16)
                let box = LabelBoard.box(text, at: place, anchor: anchor, size: 12)
                guard board.isFree(box) else { continue }
                board.take(box)
                svg.label("value", text, at: place, anchor: anchor)
                break
            }
        }
    }

    /// Exact where two decimals suffice, else rounded to them with the sign ≈.
    static func text(_ score: Fraction) -> String {
        if let exact = score.decimal(places: 2) { return exact.description }
        return (try? score.rounded(toPlaces: 2)).map { "≈\($0)" } ?? ""
    }
}
