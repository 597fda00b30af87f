import Contracts
import Values

/// Goes from a score of 0 to 100, from one change of the lines to the next, and keeps the scores where they really
/// change.
struct CurveSweep {
    let dossier: Dossier
    let assessment: Int
    let installment: Int?
    let gross: [Money]

    /// The lines that hold on a stretch or at a score.
    private struct Lines: Equatable {
        var deducted = StraightLine.zero
        var payable = StraightLine.zero
        var total = StraightLine.zero
        var isUndetermined = false

        func figures(at score: Fraction) throws(Overflow) -> PayableCurve.Figures {
            .init(
                deducted: try deducted.value(at: score), payable: try payable.value(at: score),
                total: try total.value(at: score), isUndetermined: isUndetermined)
        }
    }

    func points() throws(Overflow) -> [PayableCurve.Point] {
        var points: [PayableCurve.Point] = []
        var before: Lines?
        var score = Fraction.zero
        let end = Fraction(100)
        while true {
            let here = try lines(at: CurveProbe(at: score)).lines.figures(at: score)
            let beyond = score < end ? try lines(at: CurveProbe(beyond: score)) : nil
            let below = try before.map { lines throws(Overflow) in try lines.figures(at: score) }
            let above = try beyond.map { stretch throws(Overflow) in try stretch.lines.figures(at: score) }
            let goesOn = before != nil && before == beyond?.lines && below == here
            if !goesOn { points.append(.init(score: score, below: below, at: here, above: above)) }
            guard let beyond else { return points }
            before = beyond.lines
            score = beyond.next
        }
    }

    private func lines(at probe: CurveProbe) throws(Overflow) -> (lines: Lines, next: Fraction) {
        let walk = try LinearWalk(dossier, subject: assessment, gross: gross, probe)
        var lines = Lines()
        for (position, row) in walk.rows.enumerated() {
            lines.total = try lines.total.plus(row.payable)
            guard position == installment else { continue }
            (lines.payable, lines.deducted, lines.isUndetermined) = (row.payable, row.deducted, row.isUndetermined)
        }
        return (lines, walk.probe.next)
    }
}
