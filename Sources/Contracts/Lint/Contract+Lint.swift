import Values

extension Contract {
    /// What is legal but suspicious in these terms, in the order of the terms. `pointer` is where they stand.
    public func lint(at pointer: String = "/contract") -> [Finding] {
        var findings: [Finding] = []
        for position in installments.indices { lintInstallment(position, pointer, &findings) }
        for position in assessments.indices {
            let place = "\(pointer)/assessments/\(position)"
            lintUse(of: position, place, &findings)
            lintSheet(of: assessments[position], place, &findings)
            lintBands(of: position, place, &findings)
            lintPoints(of: assessments[position], place, &findings)
            do throws(Overflow) { try lintCost(of: position, place, &findings) } catch {
                findings.append(Finding(.tooLargeToCheck, at: place, assessments[position].label))
            }
        }
        return findings
    }

    private func lintInstallment(_ position: Int, _ pointer: String, _ findings: inout [Finding]) {
        let installment = installments[position]
        let place = "\(pointer)/installments/\(position)"
        if installment.kind == .assessed, installment.assessedBy == nil {
            findings.append(Finding(.assessedWithoutAssessment, at: place, installment.label))
        }
        if installment.assessedBy == nil, installment.needs.isEmpty, !installment.when.canBlock {
            findings.append(Finding(.nothingBlocks, at: place, installment.label))
        }
    }

    private func lintUse(of position: Int, _ place: String, _ findings: inout [Finding]) {
        let assessment = assessments[position]
        guard assessment.installment == nil else { return }
        let isPart = assessments.contains { $0.parts.contains { $0.assessment == position } }
        if !isPart, !termination.contains(where: { $0.series.contains(position) }) {
            findings.append(Finding(.unusedAssessment, at: place, assessment.label))
        } else if !assessment.bands.isEmpty || !assessment.points.isEmpty || assessment.failures != nil {
            findings.append(Finding(.deductionOnNothing, at: place, assessment.label))
        }
    }

    private func lintSheet(of assessment: Assessment, _ place: String, _ findings: inout [Finding]) {
        let sum = assessment.sheet.reduce(0) { $0 + $1.max.hundredths }
        guard !assessment.sheet.isEmpty, sum != Score.highest.hundredths else { return }
        findings.append(
            Finding(.sheetNotHundred, at: place + "/sheet", assessment.label, [Score(hundredths: sum).description]))
    }

    private func lintBands(of position: Int, _ place: String, _ findings: inout [Finding]) {
        let assessment = assessments[position]
        guard let reach = try? reachableScores(position, depth: 0) else { return }
        for (index, band) in assessment.bands.enumerated() {
            let above = assessment.bands.map(\.from).filter { $0 > band.from }.min()
            let isRepeated = assessment.bands[..<index].contains { $0.from == band.from }
            let isTooHigh = (try? reach.highest.compared(to: band.from.exact)) == -1
            let isTooLow = above.map { (try? $0.exact.compared(to: reach.lowest)) ?? 1 <= 0 } ?? false
            guard isRepeated || isTooHigh || isTooLow else { continue }
            findings.append(Finding(.unreachableBand, at: "\(place)/bands/\(index)", assessment.label, [band.fromText]))
        }
    }

    private func lintPoints(of assessment: Assessment, _ place: String, _ findings: inout [Finding]) {
        for (index, rule) in assessment.points.enumerated() {
            let begin = rule.scoreFrom ?? .zero
            let end = rule.scoreBelow ?? rule.pointsBelow
            let counts = begin < end && begin < rule.pointsBelow && (rule.downTo ?? .zero) < rule.pointsBelow
            if !counts { findings.append(Finding(.unreachablePoints, at: "\(place)/points/\(index)", assessment.label)) }
        }
    }

    /// The scores that incidents on a sheet, or the parts of a combination, can lead to at all.
    private func reachableScores(
        _ position: Int, depth: Int
    ) throws(Overflow) -> (lowest: ExactDecimal, highest: ExactDecimal) {
        let assessment = assessments[position]
        if !assessment.sheet.isEmpty {
            let fixed = assessment.sheet.filter { $0.each == .zero }.reduce(0) { $0 + $1.max.hundredths }
            let all = assessment.sheet.reduce(0) { $0 + $1.max.hundredths }
            return (Score(hundredths: fixed).exact, Score(hundredths: all).exact)
        }
        guard assessment.isCombined, depth < assessments.count else { return (.zero, Score.highest.exact) }
        var (lowest, highest) = (ExactDecimal.zero, ExactDecimal.zero)
        for part in assessment.parts {
            let reach = try reachableScores(part.assessment, depth: depth + 1)
            lowest = try lowest.plus(part.weight.times(reach.lowest))
            highest = try highest.plus(part.weight.times(reach.highest))
        }
        guard let places = assessment.decimals else { return (lowest, highest) }
        return (lowest.rounded(toPlaces: places), highest.rounded(toPlaces: places))
    }
}

extension Condition {
    /// Whether something that people do, or leave undone, can keep it open.
    var canBlock: Bool {
        switch self {
        case .event, .count, .after, .invoice, .clear: true
        case .date, .yearStarts, .yearElapsed, .yearEnds, .contractEnds: false
        case .all(let parts): parts.contains(where: \.canBlock)
        case .any(let parts): parts.allSatisfy(\.canBlock)
        }
    }
}
