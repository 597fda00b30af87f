import Values

extension Dossier {
    /// What is suspicious in the terms in force and in the facts on file.
    public func lint() -> [Finding] {
        let terms = standing.terms
        let pointer = standing.termsFact.map { "/facts/\($0)/contract" } ?? "/contract"
        return terms.lint(at: pointer) + usageOutsidePeriods(terms)
    }

    private func usageOutsidePeriods(_ terms: Contract) -> [Finding] {
        var findings: [Finding] = []
        for (position, fact) in facts.enumerated() where !standing.voided.contains(position) {
            guard case .usage(let id, _, _) = fact.kind,
                case .metered(let metering) = terms.installments.first(where: { $0.id == id })?.amount,
                !metering.period.contains(fact.on)
            else { continue }
            let values = [fact.on, metering.period.from, metering.period.to].map(\.description)
            findings.append(Finding(.usageOutsidePeriod, at: "/facts/\(position)/on", fact.id, values))
        }
        return findings
    }
}
