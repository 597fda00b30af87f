import Contracts
import Values

/// Turns results into lines of deduction (payable.md 2.2 and 2.3). Outcomes are kept, so each is worked out once.
struct Assessor {
    let terms: Contract
    let standing: Standing
    private var outcomes: [AssessmentOutcome?]
    private var isDone: [Bool]

    init(_ dossier: Dossier) {
        terms = dossier.standing.terms
        standing = dossier.standing
        outcomes = Array(repeating: nil, count: terms.assessments.count)
        isDone = Array(repeating: false, count: terms.assessments.count)
    }

    /// The outcome of an assessment; `gross` is what its base `installment` stands for. Nil where there is no result.
    mutating func outcome(
        _ position: Int, gross: (Int) -> Money
    ) throws(Overflow) -> AssessmentOutcome? {
        if isDone[position] { return outcomes[position] }
        isDone[position] = true
        guard var outcome = try found(position, gross: gross) else { return nil }
        let assessment = terms.assessments[position]
        let installmentGross = assessment.installment.map(gross) ?? .zero
        try judge(&outcome, assessment, installmentGross)
        settle(&outcome, assessment, standing.results[position])
        outcomes[position] = outcome
        return outcome
    }

    /// Forgets an outcome that a combination may have asked for before the gross that it stands on was collected.
    mutating func forget(_ position: Int) {
        isDone[position] = false
        outcomes[position] = nil
    }

    /// Score, failed and vetoed criteria: as recorded, or combined from the parts once every one is settled.
    private mutating func found(_ position: Int, gross: (Int) -> Money) throws(Overflow) -> AssessmentOutcome? {
        let assessment = terms.assessments[position]
        guard assessment.isCombined else {
            guard let recorded = standing.results[position].recorded else { return nil }
            let score = recorded.score.exact
            return AssessmentOutcome(
                score: score, countedScore: score, on: recorded.on, failed: recorded.failed, vetoed: recorded.vetoed,
                fact: recorded.fact)
        }
        var combined = AssessmentOutcome(score: .zero, countedScore: .zero, on: .first, failed: [], vetoed: [])
        for part in assessment.parts {
            guard let outcome = try outcome(part.assessment, gross: gross), outcome.isSettled else { return nil }
            combined.score = try combined.score.plus(part.weight.times(outcome.score))
            combined.on = max(combined.on, outcome.on)
            combined.failed += outcome.failed.filter { !combined.failed.contains($0) }
            combined.vetoed += outcome.vetoed.filter { !combined.vetoed.contains($0) }
        }
        if let places = assessment.decimals { combined.score = combined.score.rounded(toPlaces: places) }
        combined.countedScore = combined.score
        return combined
    }

    private func judge(_ outcome: inout AssessmentOutcome, _ assessment: Assessment, _ gross: Money) throws(Overflow) {
        if let veto = assessment.veto, outcome.vetoed.contains(where: veto.criteria.contains) {
            if veto.effect == .withhold {
                outcome.doubt = .veto
                return
            }
            outcome.countedScore = .zero
        }
        try addFailures(&outcome, assessment, gross)
        let hasBand = try addBand(&outcome, assessment, gross)
        var hasPoints = false
        for position in assessment.points.indices {
            if try addPoints(&outcome, assessment, position, gross) { hasPoints = true }
        }
        if !assessment.bands.isEmpty, !hasBand, !hasPoints { outcome.doubt = .gap }
        try addCap(&outcome, assessment, gross)
    }

    private func addFailures(
        _ outcome: inout AssessmentOutcome, _ assessment: Assessment, _ gross: Money
    ) throws(Overflow) {
        guard let failures = assessment.failures, !outcome.failed.isEmpty else { return }
        let base = terms.amount(of: failures.share.base, installmentGross: gross)
        let amount = try base.share(failures.share.percentage)
        for (position, name) in failures.criteria.enumerated() where outcome.failed.contains(name) {
            outcome.lines.append(DeductionLine(rule: .failure(position), amount: amount))
        }
    }

    /// False where the score lies below every band.
    private func addBand(
        _ outcome: inout AssessmentOutcome, _ assessment: Assessment, _ gross: Money
    ) throws(Overflow) -> Bool {
        var best: Int?
        for (position, band) in assessment.bands.enumerated() {
            guard try band.from.exact.compared(to: outcome.countedScore) <= 0 else { continue }
            if let found = best, assessment.bands[found].from >= band.from { continue }
            best = position
        }
        guard let best else { return false }
        let share = assessment.bands[best].share
        let amount = try terms.amount(of: share.base, installmentGross: gross).share(share.percentage)
        if amount != .zero { outcome.lines.append(DeductionLine(rule: .band(best), amount: amount)) }
        return true
    }

    /// False where the rule does not apply to the score.
    private func addPoints(
        _ outcome: inout AssessmentOutcome, _ assessment: Assessment, _ position: Int, _ gross: Money
    ) throws(Overflow) -> Bool {
        let rule = assessment.points[position]
        let score = outcome.countedScore
        if let from = rule.scoreFrom, try score.compared(to: from.exact) < 0 { return false }
        guard try score.compared(to: (rule.scoreBelow ?? rule.pointsBelow).exact) < 0 else { return false }
        var lowest = score
        if let floor = rule.downTo?.exact, try floor.compared(to: score) > 0 { lowest = floor }
        var points = try rule.pointsBelow.exact.minus(lowest)
        guard points.mantissa > 0 else { return true }
        switch rule.fraction {
        case .exact: break
        case .whole: points = points.roundedDown()
        case .started: points = points.roundedUp()
        }
        let base = terms.amount(of: rule.share.base, installmentGross: gross)
        let amount = try base.share(rule.share.percentage, times: points)
        if amount != .zero {
            outcome.lines.append(DeductionLine(rule: .points(position), amount: amount, points: points))
        }
        return true
    }

    private func addCap(_ outcome: inout AssessmentOutcome, _ assessment: Assessment, _ gross: Money) throws(Overflow) {
        guard let cap = assessment.cap, !outcome.lines.isEmpty else { return }
        let limit = try terms.amount(of: cap.base, installmentGross: gross).share(cap.percentage)
        let sum = try outcome.lines.sum()
        if sum > limit { outcome.lines.append(DeductionLine(rule: .cap, amount: try limit - sum)) }
    }

    private func settle(_ outcome: inout AssessmentOutcome, _ assessment: Assessment, _ result: Standing.Result) {
        let round = result.recorded?.round ?? 1
        outcome.isSettled =
            assessment.isCombined || !outcome.isAdverse || round > assessment.rectifications || result.waiver != nil
            || result.ruling != nil
        guard let ruling = result.ruling else { return }
        outcome.doubt = nil
        outcome.lines = ruling.deduction == .zero ? [] : [DeductionLine(rule: .ruling, amount: ruling.deduction)]
    }

    /// Every outcome, those that no installment asked for included.
    mutating func all(gross: (Int) -> Money) throws(Overflow) -> [AssessmentOutcome?] {
        for position in terms.assessments.indices { _ = try outcome(position, gross: gross) }
        return outcomes
    }
}

extension [DeductionLine] {
    /// The sum of the lines.
    func sum() throws(Overflow) -> Money {
        var sum = Money.zero
        for line in self { try sum += line.amount }
        return sum
    }
}
