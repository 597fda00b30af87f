import Contracts
import Values

extension Statement {
    func becauseOfGross(_ position: Int) -> Because {
        let gross = installments[position].gross
        let clause = clause(position, "amount")
        let result = Because.Input("result", .money(gross))
        switch terms.installments[position].amount {
        case .fixed: return Because(.fixed, clause, [result])
        case .percent(let percentage, let base):
            let inputs: [Because.Input] = [
                .init("percent", .percentage(percentage)), .init("of", name(of: base)),
                .init("base", .money(terms.amount(of: base))), result,
            ]
            return Because(.percent, clause, inputs)
        case .remainder(let base):
            let whole = terms.amount(of: base)
            let others = Money(fen: whole.fen &- gross.fen)
            return Because(
                .remainder, clause,
                [.init("of", name(of: base)), .init("base", .money(whole)), .init("others", .money(others)), result])
        case .metered(let metering):
            let usages = dossier.standing.ledgers[position].usages
            let parts = Because.Input("parts", .sum(usages.map(\.amount)))
            let facts = usages.map(\.fact)
            guard let ceiling = metering.ceiling else {
                return Because(.metered, clause, [parts, result], facts: facts)
            }
            let sum = Money(fen: usages.reduce(0) { $0 &+ $1.amount.fen })
            let inputs = [parts, .init("sum", .money(sum)), .init("ceiling", .money(ceiling)), result]
            return Because(.meteredCeiling, clause, inputs, facts: facts)
        case .withheld(_, let sources):
            return Because(
                .collected, clause, [.init("parts", .sum(sources.map { withheld(from: $0, for: position) })), result])
        }
    }

    func becauseOfWithheld(_ position: Int) -> Because {
        let row = installments[position]
        let withholdings = terms.installments[position].withholdings
        guard let first = withholdings.first else { return Because(.nothingWithheld) }
        let net = Because.Input("net", .money(Money(fen: row.payable.fen &+ row.withheld.fen)))
        let result = Because.Input("result", .money(row.withheld))
        guard withholdings.count == 1 else {
            let parts = withholdings.map { withheld(from: position, for: $0.holdback) }
            return Because(
                .withheldSeveral, clause(first.holdback, "amount"), [net, .init("parts", .sum(parts)), result])
        }
        return Because(
            .withheld, clause(first.holdback, "amount"), [net, .init("percent", .percentage(first.percentage)), result])
    }

    /// What a holdback keeps of an earlier installment.
    private func withheld(from source: Int, for holdback: Int) -> Money {
        let row = installments[source]
        let installment = terms.installments[source]
        let shares = (try? installment.withheldShares(of: row.payable + row.withheld)) ?? []
        return zip(installment.withholdings, shares).first { $0.0.holdback == holdback }?.1 ?? .zero
    }

    func becauseOfDeducted(_ position: Int) -> Because {
        guard let assessment = terms.installments[position].assessedBy else { return Because(.notAssessed) }
        let clause = assessmentClause(assessment, nil)
        guard let outcome = outcomes[assessment] else { return Because(.noResult, clause) }
        let facts = facts(of: assessment)
        if outcome.doubt == .veto { return Because(.vetoed, clause, facts: facts) }
        guard !outcome.lines.isEmpty else {
            return Because(.noDeduction, clause, [.init("score", .number(outcome.score))], facts: facts)
        }
        let row = installments[position]
        let inputs: [Because.Input] = [
            .init("lines", .money(Money(fen: row.deducted.fen &+ row.excess.fen))), .init("gross", .money(row.gross)),
            .init("recovered", .money(row.recovered)), .init("result", .money(row.deducted)),
        ]
        return Because(.deducted, clause, inputs, facts: facts)
    }

    func assessmentClause(_ assessment: Int, _ member: String?) -> Because.Clause {
        let suffix = member.map { "/" + $0 } ?? ""
        return .init(
            pointer: "\(dossier.termsPointer)/assessments/\(assessment)\(suffix)",
            label: terms.assessments[assessment].label)
    }

    /// The results that an assessment rests on, those of its parts included, and its ruling.
    func facts(of assessment: Int) -> [Int] {
        var seen: Set<Int> = []
        return facts(of: assessment, &seen)
    }

    /// Each assessment once, however many combinations share it: their number can double with every level.
    private func facts(of assessment: Int, _ seen: inout Set<Int>) -> [Int] {
        guard seen.insert(assessment).inserted else { return [] }
        var found: [Int] = []
        for part in terms.assessments[assessment].parts { found += facts(of: part.assessment, &seen) }
        let result = dossier.standing.results[assessment]
        return found + [result.recorded?.fact, result.waiver, result.ruling?.fact].compactMap { $0 }
    }
}
