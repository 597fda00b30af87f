import Values

extension StandingGatherer {
    mutating func takeResult(_ result: AssessmentResult, _ position: Int) {
        guard let place = assessments[result.assessment] else {
            return find(.unknownAssessment, position, "assessment", detail: result.assessment)
        }
        let assessment = standing.terms.assessments[place]
        if assessment.isCombined { return find(.resultForCombined, position, "assessment", detail: result.assessment) }
        if result.round > 1 + assessment.rectifications {
            find(.roundBeyond, position, "round", detail: String(1 + assessment.rectifications))
        }
        checkCriteria(of: result, place, position)
        guard let score = score(result.score, assessment, position) else { return }
        // The highest round stands; within one round (an error unless a void follows later) the last one recorded.
        if let earlier = standing.results[place].recorded, earlier.round > result.round { return }
        standing.results[place].recorded = .init(
            score: score, failed: result.failed, vetoed: result.vetoed, round: result.round, on: facts[position].on,
            fact: position)
    }

    private mutating func checkCriteria(of result: AssessmentResult, _ place: Int, _ position: Int) {
        guard !result.failed.isEmpty || !result.vetoed.isEmpty else { return }
        let family = standing.terms.assessmentAndItsCombinations(place).map { standing.terms.assessments[$0] }
        for (index, name) in result.failed.enumerated()
        where !family.contains(where: { $0.failures?.criteria.contains(name) ?? false }) {
            find(.unknownCriterion, position, "failed", String(index), detail: name)
        }
        for (index, name) in result.vetoed.enumerated()
        where !family.contains(where: { $0.veto?.criteria.contains(name) ?? false }) {
            find(.unknownCriterion, position, "vetoed", String(index), detail: name)
        }
    }

    /// The score of the incidents on the scoring sheet, or the score as given.
    private mutating func score(_ recorded: RecordedScore, _ assessment: Assessment, _ position: Int) -> Score? {
        guard case .incidents(let incidents) = recorded else {
            if case .score(let score) = recorded { return score }
            return nil
        }
        if assessment.sheet.isEmpty {
            find(.incidentsWithoutSheet, position, "incidents", detail: assessment.id)
            return nil
        }
        for incident in incidents where !assessment.sheet.contains(where: { $0.id == incident.criterion }) {
            find(.unknownCriterion, position, "incidents", incident.criterion, detail: incident.criterion)
        }
        return assessment.score(of: incidents)
    }

    /// Of the facts that are never voided, no two are results of one assessment and round. The error is told of the one
    /// that stands later in the dossier, whatever their days.
    mutating func checkRounds(among positions: [Int]) {
        var seen: Set<String> = []
        for position in positions.sorted() where !unread.contains(position) {
            guard case .assessment(let result) = facts[position].kind else { continue }
            if seen.insert("\(result.assessment)/\(result.round)").inserted { continue }
            find(.roundRepeated, position, "round", detail: String(result.round))
        }
    }
}
