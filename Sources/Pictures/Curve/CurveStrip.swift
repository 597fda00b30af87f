import HTML
import Payables
import Values

/// Under the diagrams: for each reading a line with the exact scores at which it jumps or bends, each under its place.
struct CurveStrip {
    let readings: [CurveReading]
    let scores: AxisScale
    let language: Language
    let top: Double

    private let lineHeight = 26.0

    var bottom: Double { top + 20 + lineHeight * Double(readings.count) + 18 }

    @Content var node: Node {
        label(
            "picture-heading", language.choose("跳变与转折处的得分", "Scores at which it jumps or bends"),
            at: Point(x: scores.start, y: top))
        for (index, reading) in readings.enumerated() {
            let y = top + 20 + lineHeight * Double(index)
            line("picture-grid", from: Point(x: scores.start, y: y), to: Point(x: scores.end, y: y))
            marks(reading, CurveStyle(index: index, count: readings.count), y)
        }
        label(
            "picture-note",
            language.choose(
                "横轴为考核得分。实心为该得分本身，空心为略低（高）于该得分时趋近的金额；图中线段未舍入到分。",
                "Filled: at the score itself; hollow: what scores beside it come near to. Lines are not rounded to fen."
            ),
            at: Point(x: scores.start, y: bottom))
    }

    private func marks(_ reading: CurveReading, _ style: CurveStyle, _ y: Double) -> Node {
        var board = LabelBoard()
        var nodes: [Node] = []
        for point in reading.curve.points.dropFirst().dropLast() {
            let x = scores.pixel(Double(point.score))
            guard x >= scores.start else { continue }
            nodes.append(style.mark(at: Point(x: x, y: y), isHollow: false, size: 3))
            let text = CurveDescription.text(point.score)
            let places: [(Point, Anchor)] = [
                (Point(x: x, y: y + 16), .middle), (Point(x: x - 4, y: y + 16), .start),
                (Point(x: x + 4, y: y + 16), .end),
            ]
            if let (place, anchor) = board.firstFree(places, for: text, size: 12) {
                nodes.append(label("picture-value", text, at: place, anchor))
            }
        }
        return .group(nodes)
    }
}
