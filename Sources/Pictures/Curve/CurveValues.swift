import HTML
import Payables
import Values

/// The amounts beside the points of a single line, where there is room for them.
struct CurveValues {
    let panel: CurvePanel
    let reading: CurveReading
    /// Where the label of the present score lies.
    let present: LabelBoard.Box?

    var node: Node {
        var board = LabelBoard()
        if let present { board.take(present) }
        let points = reading.curve.points
        var marked = panel.marked(points)
        if marked.count > CurvePanel.mostMarked { marked = [marked.first, marked.last].compactMap { $0 } }
        let visible = (marked + [points.count - 1]).filter { Double(points[$0].score) >= panel.scores.low }
        takePresent(&board)
        for (left, right) in zip(points, points.dropFirst()) { takeLine(left, right, &board) }
        var labels: [Node?] = []
        for index in visible.reversed() {
            let point = points[index]
            let figures = index == points.count - 1 ? point.at : point.below ?? point.at
            labels.append(value(point.score, figures, &board))
            if let below = point.below, panel.amount(below) != panel.amount(point.at) {
                labels.append(value(point.score, point.at, &board))
            }
        }
        return .group(labels.compactMap(\.self))
    }

    private func value(_ score: Fraction, _ figures: PayableCurve.Figures, _ board: inout LabelBoard) -> Node? {
        if figures.isUndetermined { return nil }
        let text = AmountAxis.text(Double(panel.amount(figures)) / AmountAxis.unit)
        let place = panel.place(score, figures)
        let places: [(Point, Anchor)] = [
            (Point(x: place.x - 8, y: place.y - 8), .end), (Point(x: place.x + 8, y: place.y - 8), .start),
            (Point(x: place.x + 8, y: place.y + 17), .start), (Point(x: place.x - 8, y: place.y + 17), .end),
        ]
        let inside = places.filter { point, anchor in
            let box = LabelBoard.box(text, at: point, anchor: anchor, size: 12)
            return box.left > panel.scores.start && box.right < panel.scores.end + 34
                && box.bottom < panel.amounts.start + 2
        }
        return board.firstFree(inside, for: text, size: 12).map { label("picture-halo", text, at: $0.0, $0.1) }
    }

    private func takePresent(_ board: inout LabelBoard) {
        guard let score = reading.present else { return }
        let x = panel.scores.pixel(Double(score))
        board.take(.init(left: x - 1, right: x + 1, top: panel.amounts.end, bottom: panel.amounts.start))
    }

    /// Labels keep off the line itself, which is taken in small boxes along its way.
    private func takeLine(_ left: PayableCurve.Point, _ right: PayableCurve.Point, _ board: inout LabelBoard) {
        guard let start = left.above, let end = right.below else { return }
        let (from, to) = (panel.place(left.score, start), panel.place(right.score, end))
        let steps = max(1, (max(abs(to.x - from.x), abs(to.y - from.y)) / 8).rounded())
        for step in 0...Int(steps) {
            let part = Double(step) / steps
            let (x, y) = (from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part)
            board.take(.init(left: x - 2, right: x + 2, top: y - 2, bottom: y + 2))
        }
    }
}
