import HTML
import Values

/// The score that stands now, marked in diagrams that share an axis, and named above the first.
struct CurvePresent {
    let panels: [CurvePanel]
    let score: Fraction
    let text: String
    /// Where the text stands, its middle.
    let place: Point

    /// Nil where no reading has a present score; the text stays between `left` and `right`.
    init?(_ readings: [CurveReading], _ panels: [CurvePanel], _ language: Language, left: Double, right: Double) {
        guard let reading = readings.first(where: { $0.present != nil }), let score = reading.present,
            let number = reading.presentText, let panel = panels.first
        else { return nil }
        (self.panels, self.score) = (panels, score)
        text = language.choose("现得分 \(number)", "present score \(number)")
        let half = text.width(inPixels: 12) / 2
        let x = min(max(panel.scores.pixel(Double(score)), left + half), right - half)
        place = Point(x: x, y: panel.amounts.end - 10)
    }

    /// Behind the lines of the readings.
    var node: Node {
        group {
            for panel in panels {
                let x = panel.scores.pixel(Double(score))
                line(
                    "picture-present", from: Point(x: x, y: panel.amounts.end - 4),
                    to: Point(x: x, y: panel.amounts.start))
            }
            label("picture-value", text, at: place, .middle)
        }
    }

    /// What the text covers.
    var box: LabelBoard.Box { LabelBoard.box(text, at: place, anchor: .middle, size: 12) }
}
