import Values

extension Contract {
    /// What an assessment's bands and points cost at every score, and whether that makes sense. Exact: nothing is
    /// sampled.
    func lintCost(of position: Int, _ place: String, _ findings: inout [Finding]) throws(Overflow) {
        let assessment = assessments[position]
        let gross = try assessment.installment.map { installment throws(Overflow) in try typicalGross(installment) }
        let cost = try ScoreCost(assessment) { amount(of: $0, installmentGross: gross ?? .zero) }
        for hole in cost.holes(includingBelowBands: !assessment.bands.isEmpty) {
            findings.append(Finding(.scoreWithoutRule, at: place, assessment.label, hole))
        }
        let cap = try assessment.cap.map { cap throws(Overflow) in
            try amount(of: cap.base, installmentGross: gross ?? .zero).share(cap.percentage)
        }
        for drop in cost.drops(cap: cap, includingNoRule: assessment.bands.isEmpty) {
            let values = [drop.score.description, drop.below.grouped, drop.at.grouped]
            findings.append(Finding(.worseScoreDeductsLess, at: place, assessment.label, values))
        }
        guard let gross else { return }
        try lintExcess(assessment, cost, cap: cap, gross: gross, place, &findings)
    }

    private func lintExcess(
        _ assessment: Assessment, _ cost: ScoreCost, cap: Money?, gross: Money, _ place: String,
        _ findings: inout [Finding]
    ) throws(Overflow) {
        let worst = try cost.highest()
        if min(worst, cap ?? worst) > gross, let score = try cost.highestScore(above: gross) {
            let values = [min(worst, cap ?? worst).grouped, gross.grouped, score.description]
            findings.append(Finding(.deductionExceedsInstallment, at: place, assessment.label, values))
            return
        }
        var failing = Money.zero
        if let failures = assessment.failures {
            let each = try amount(of: failures.share.base, installmentGross: gross).share(failures.share.percentage)
            for _ in failures.criteria { try failing += each }
        }
        let sum = try worst + failing
        guard min(sum, cap ?? sum) > gross else { return }
        let values = [min(sum, cap ?? sum).grouped, gross.grouped]
        findings.append(Finding(.failuresExceedInstallment, at: place, assessment.label, values))
    }

    /// The gross of an installment; what only facts decide is taken at its ceiling, or as what the price leaves for it.
    private func typicalGross(_ position: Int) throws(Overflow) -> Money {
        if let scheduled = installments[position].scheduledGross { return scheduled }
        if case .metered(let metering) = installments[position].amount, let ceiling = metering.ceiling {
            return ceiling
        }
        var left = price
        for installment in installments { try left -= installment.scheduledGross ?? .zero }
        return max(.zero, left)
    }
}
