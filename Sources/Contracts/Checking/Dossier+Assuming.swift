public import Values

extension Dossier {
    /// The same dossier with another score in place of the standing result of an assessment; its round, its failed and
    /// its vetoed criteria stay as they are. Without a result it is one of the first round on the day asked about.
    /// A combined assessment gets the score as its combined one. For what-if questions only; the assumed result is the
    /// last fact, `what-if`.
    public func assuming(_ score: Score, for assessment: Int) -> Dossier {
        var standing = self.standing
        let known = standing.results[assessment].recorded
        let family = standing.terms.partsAtEveryRemove(of: assessment).compactMap { standing.results[$0].recorded }
        let result = AssessmentResult(
            assessment: standing.terms.assessments[assessment].id, score: .score(score),
            failed: known?.failed ?? Self.union(family.map(\.failed)),
            vetoed: known?.vetoed ?? Self.union(family.map(\.vetoed)), round: known?.round ?? 1)
        let on = known?.on ?? asOf
        let fact = Fact(
            id: "what-if", on: on, kind: .assessment(result), document: nil, note: nil, recordedAt: nil, recordedBy: nil)
        standing.results[assessment].recorded = .init(
            score: score, failed: result.failed, vetoed: result.vetoed, round: result.round, on: on, fact: facts.count)
        standing.terms.takeResultsDirectly(assessment)
        return Dossier(contract: contract, facts: facts + [fact], asOf: asOf, calendar: calendar, standing: standing)
    }

    private static func union(_ lists: [[String]]) -> [String] {
        var names: [String] = []
        for name in lists.joined() where !names.contains(name) { names.append(name) }
        return names
    }
}

extension Contract {
    /// The assessments that a combined one is made of, parts of parts included.
    func partsAtEveryRemove(of position: Int) -> [Int] {
        var found = assessments[position].parts.map(\.assessment)
        var next = 0
        while next < found.count {
            found += assessments[found[next]].parts.map(\.assessment).filter { !found.contains($0) }
            next += 1
        }
        return found
    }

    /// Makes a combined assessment one that results are recorded for; like a combined one it is settled by nature.
    mutating func takeResultsDirectly(_ position: Int) {
        let combined = assessments[position]
        guard combined.isCombined else { return }
        assessments[position] = Assessment(
            id: combined.id, label: combined.label, sheet: [], parts: [], decimals: nil, rectifications: 0,
            veto: combined.veto, failures: combined.failures, bands: combined.bands, points: combined.points,
            cap: combined.cap, installment: combined.installment)
    }
}
