import Contracts
import Values

/// The assessor's rules (payable.md 2.2 and 2.3) for results that depend on one score in straight lines. Its figures
/// are never shown as a statement's: a test holds them to the statements of all 10,001 scores.
struct LinearAssessor {
    struct Outcome {
        var score: StraightLine
        /// What points are counted from: 0 after a veto to zero.
        var counted: StraightLine
        /// What is compared with limits of at most two decimals: half a `step` more than what is counted, so that it
        /// reaches a limit exactly where the rounded score does.
        var compared: StraightLine
        /// The last place of a combined score whose rounding is drawn as the line that it follows; nil for none.
        var step: Fraction?
        var failed: [String]
        var vetoed: [String]
        var deduction = StraightLine.zero
        var hasLine = false
        var isUndetermined = false
        var isSettled = false
    }

    let terms: Contract
    let standing: Standing
    /// The assessment whose score is what the lines depend on.
    let subject: Int
    private var outcomes: [Int: Outcome?] = [:]

    init(_ dossier: Dossier, subject: Int) {
        terms = dossier.standing.terms
        standing = dossier.standing
        self.subject = subject
    }

    mutating func outcome(
        _ position: Int, _ probe: inout CurveProbe, gross: [StraightLine]
    ) throws(Overflow) -> Outcome? {
        if let known = outcomes[position] { return known }
        outcomes[position] = .some(nil)
        guard var outcome = try found(position, &probe, gross: gross) else { return nil }
        let assessment = terms.assessments[position]
        try judge(&outcome, assessment, &probe, assessment.installment.map { gross[$0] } ?? .zero)
        let result = standing.results[position]
        outcome.isSettled =
            assessment.isCombined || !(outcome.hasLine || outcome.isUndetermined)
            || (result.recorded?.round ?? 1) > assessment.rectifications || result.waiver != nil || result.ruling != nil
        if let ruling = result.ruling {
            outcome.isUndetermined = false
            outcome.deduction = StraightLine(ruling.deduction)
        }
        outcomes[position] = .some(outcome)
        return outcome
    }

    private mutating func found(
        _ position: Int, _ probe: inout CurveProbe, gross: [StraightLine]
    ) throws(Overflow) -> Outcome? {
        let assessment = terms.assessments[position]
        guard assessment.isCombined else {
            guard let recorded = standing.results[position].recorded else { return nil }
            let score = position == subject ? StraightLine.score : StraightLine(recorded.score.exact)
            return Outcome(
                score: score, counted: score, compared: score, failed: recorded.failed, vetoed: recorded.vetoed)
        }
        var combined = Outcome(score: .zero, counted: .zero, compared: .zero, failed: [], vetoed: [])
        for part in assessment.parts {
            guard let outcome = try outcome(part.assessment, &probe, gross: gross), outcome.isSettled else {
                return nil
            }
            combined.score = try combined.score.plus(outcome.score.times(Fraction(part.weight)))
            combined.failed += outcome.failed.filter { !combined.failed.contains($0) }
            combined.vetoed += outcome.vetoed.filter { !combined.vetoed.contains($0) }
        }
        try round(&combined, toPlaces: assessment.decimals, &probe)
        return combined
    }

    /// Whole points and tenths make steps; finer ones are drawn as the line they follow, only compared as rounded.
    private func round(_ combined: inout Outcome, toPlaces places: Int?, _ probe: inout CurveProbe) throws(Overflow) {
        if let places, combined.score.isConstant || places < 2 {
            let unit = Fraction(ExactDecimal(mantissa: 1, scale: places))
            let half = StraightLine(Fraction(ExactDecimal(mantissa: 5, scale: 1)))
            let steps = try combined.score.times(Fraction(1).divided(by: unit))
            combined.score = try probe.roundedDown(steps.plus(half)).times(unit)
        }
        combined.counted = combined.score
        combined.compared = combined.score
        if let places, !combined.score.isConstant {
            combined.step = Fraction(ExactDecimal(mantissa: 1, scale: places))
            combined.compared = try combined.score.plus(StraightLine(ExactDecimal(mantissa: 5, scale: places + 1)))
        }
    }

    private func judge(
        _ outcome: inout Outcome, _ assessment: Assessment, _ probe: inout CurveProbe, _ gross: StraightLine
    ) throws(Overflow) {
        if let veto = assessment.veto, outcome.vetoed.contains(where: veto.criteria.contains) {
            if veto.effect == .withhold {
                outcome.isUndetermined = true
                return
            }
            (outcome.counted, outcome.compared, outcome.step) = (.zero, .zero, nil)
        }
        if let failures = assessment.failures {
            for name in failures.criteria where outcome.failed.contains(name) {
                outcome.deduction = try outcome.deduction.plus(
                    base(failures.share, gross).share(failures.share.percentage))
                outcome.hasLine = true
            }
        }
        let hasBand = try addBand(&outcome, assessment, &probe, gross)
        var hasPoints = false
        for rule in assessment.points where try addPoints(&outcome, rule, &probe, gross) { hasPoints = true }
        outcome.isUndetermined = !assessment.bands.isEmpty && !hasBand && !hasPoints
        guard let cap = assessment.cap, outcome.hasLine else { return }
        outcome.deduction = try probe.smaller(outcome.deduction, base(cap, gross).share(cap.percentage))
    }

    private func addBand(
        _ outcome: inout Outcome, _ assessment: Assessment, _ probe: inout CurveProbe, _ gross: StraightLine
    ) throws(Overflow) -> Bool {
        // Highest first; of equals the first in the terms stays first.
        for (_, band) in assessment.bands.enumerated().sorted(by: {
            ($1.element.from, $0.offset) < ($0.element.from, $1.offset)
        }) {
            guard try probe.sign(outcome.compared.minus(StraightLine(band.from.exact))) >= 0 else { continue }
            try add(base(band.share, gross).share(band.share.percentage), to: &outcome, &probe)
            return true
        }
        return false
    }

    private func addPoints(
        _ outcome: inout Outcome, _ rule: Assessment.PointsRule, _ probe: inout CurveProbe, _ gross: StraightLine
    ) throws(Overflow) -> Bool {
        let end = rule.scoreBelow ?? rule.pointsBelow
        if let from = rule.scoreFrom, try probe.sign(outcome.compared.minus(StraightLine(from.exact))) < 0 {
            return false
        }
        guard try probe.sign(outcome.compared.minus(StraightLine(end.exact))) < 0 else { return false }
        let points = try points(outcome, rule, &probe)
        guard try probe.sign(points) > 0 else { return true }
        try add(base(rule.share, gross).share(rule.share.percentage, times: points), to: &outcome, &probe)
        return true
    }

    private func points(
        _ outcome: Outcome, _ rule: Assessment.PointsRule, _ probe: inout CurveProbe
    ) throws(Overflow) -> StraightLine {
        let below = StraightLine(rule.pointsBelow.exact)
        var (counted, compared, step) = (outcome.counted, outcome.compared, outcome.step)
        if let floor = rule.downTo.map({ StraightLine($0.exact) }), try probe.sign(compared.minus(floor)) < 0 {
            (counted, compared, step) = (floor, floor, nil)
        }
        switch rule.fraction {
        case .exact: return try below.minus(counted)
        case .started: return try probe.roundedUp(below.minus(compared))
        case .whole:
            guard let step else { return try probe.roundedDown(below.minus(compared)) }
            // n points are whole as long as the rounded score is not a step above the limit less n.
            return try probe.roundedUp(below.minus(compared).plus(StraightLine(step))).minus(StraightLine(Fraction(1)))
        }
    }

    private func add(_ amount: StraightLine, to outcome: inout Outcome, _ probe: inout CurveProbe) throws(Overflow) {
        guard try probe.sign(amount) != 0 else { return }
        outcome.deduction = try outcome.deduction.plus(amount)
        outcome.hasLine = true
    }

    private func base(_ share: Share, _ gross: StraightLine) -> StraightLine {
        share.base == .installment ? gross : StraightLine(terms.amount(of: share.base))
    }
}
