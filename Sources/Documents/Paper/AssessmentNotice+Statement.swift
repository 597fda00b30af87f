internal import Contracts
public import Payables
public import Values

extension AssessmentNotice {
    /// The notice of an assessment's standing result. Nil where the terms have no such assessment, or it no result.
    public init?(of id: String, on statement: Statement, printedAt: Instant, in language: Language) {
        let terms = statement.terms
        guard let position = terms.assessments.firstIndex(where: { $0.id == id }),
            let outcome = statement.outcomes[position]
        else { return nil }
        let assessment = terms.assessments[position]
        let result = statement.dossier.standing.results[position]
        let words = PaperWords(language: language)
        contract = ContractHead(of: statement.dossier)
        self.assessment = assessment.label
        period = assessment.installment.flatMap { terms.installments[$0].year }.map { year in
            Period(from: terms.years[year].period.from, to: terms.years[year].period.to)
        }
        on = outcome.on
        round = result.recorded?.round
        score = outcome.score
        criteria = assessment.criteria(result.recorded.map { statement.dossier.facts[$0.fact].kind })
        parts = assessment.parts.compactMap { part in
            statement.outcomes[part.assessment].map {
                Part(label: terms.assessments[part.assessment].label, weight: part.weight, score: $0.score)
            }
        }
        failed = outcome.failed
        vetoed = outcome.vetoed
        deductions = outcome.lines.map { line in
            Deduction(
                name: words.name(of: line), reason: statement.because(line, of: position).sentence(in: language),
                amount: line.amount)
        }
        // A sum of lines that did not fit would have given no statement.
        total = Money(fen: outcome.lines.reduce(0) { $0 &+ $1.amount.fen })
        effect = assessment.installment.map { installment in
            let row = statement.installments[installment]
            return Effect(
                installment: terms.installments[installment].label, gross: row.gross, deducted: row.deducted,
                payable: row.payable, excess: row.excess, rule: ExcessRule(terms.excess))
        }
        outlook =
            if outcome.doubt != nil { .ruling } else if outcome.isSettled { .settled } else {
                .rectification(left: max(0, assessment.rectifications - (result.recorded?.round ?? 0) + 1))
            }
        self.printedAt = printedAt
        self.language = language
    }
}

extension AssessmentNotice.ExcessRule {
    fileprivate init(_ excess: Excess) {
        switch excess {
        case .carry: self = .carry
        case .waive: self = .waive
        case .claim: self = .claim
        }
    }
}

extension Assessment {
    /// The scoring sheet with a result's incidents on it; empty where it was recorded as a score.
    fileprivate func criteria(_ result: Fact.Kind?) -> [AssessmentNotice.Criterion] {
        guard case .assessment(let recorded)? = result, case .incidents(let incidents) = recorded.score else {
            return []
        }
        return sheet.map { criterion in
            let count = incidents.first { $0.criterion == criterion.id }?.count ?? 0
            return AssessmentNotice.Criterion(
                label: criterion.label, max: criterion.max, each: criterion.each, incidents: count,
                score: criterion.points(after: count))
        }
    }
}
