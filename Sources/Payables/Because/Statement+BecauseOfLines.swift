import Contracts
import Values

extension Statement {
    /// Why a line of deduction of an assessment is what it is.
    public func because(_ line: DeductionLine, of assessment: Int) -> Because {
        let result = Because.Input("result", .money(line.amount))
        let facts = facts(of: assessment)
        guard let outcome = outcomes[assessment] else { return Because(.noResult, assessmentClause(assessment, nil)) }
        let terms = terms.assessments[assessment]
        let score = Because.Input("score", .number(outcome.countedScore))
        switch line.rule {
        case .failure(let position):
            guard let failures = terms.failures else { return Because(.nothing) }
            let criterion = Because.Input("criterion", .text(failures.criteria[position]))
            return Because(
                .failure, assessmentClause(assessment, "failures"),
                [criterion] + inputs(of: failures.share, assessment) + [result], facts: facts)
        case .band(let position):
            let band = terms.bands[position]
            return Because(
                .band, assessmentClause(assessment, "bands/\(position)"),
                [score, .init("from", .number(band.from.exact))] + inputs(of: band.share, assessment) + [result],
                facts: facts)
        case .points(let position):
            let rule = terms.points[position]
            let own: [Because.Input] = [
                score, .init("below", .number(rule.pointsBelow.exact)), .init("points", .number(line.points)),
            ]
            return Because(
                .points, assessmentClause(assessment, "points/\(position)"),
                own + inputs(of: rule.share, assessment) + [result], facts: facts)
        case .cap:
            let sum = Money(fen: outcome.lines.dropLast().reduce(0) { $0 &+ $1.amount.fen })
            let limit = Money(fen: sum.fen &+ line.amount.fen)
            return Because(
                .cap, assessmentClause(assessment, "cap"),
                [.init("limit", .money(limit)), .init("sum", .money(sum)), result], facts: facts)
        case .ruling: return Because(.ruling, assessmentClause(assessment, nil), [result], facts: facts)
        }
    }

    private func inputs(of share: Share, _ assessment: Int) -> [Because.Input] {
        let gross = terms.assessments[assessment].installment.map { installments[$0].gross } ?? .zero
        return [
            .init("percent", .percentage(share.percentage)), .init("of", name(of: share.base)),
            .init("base", .money(terms.amount(of: share.base, installmentGross: gross))),
        ]
    }
}
