internal import Values

/// Contracts of one buyer with one supplier whose prices lie just under the threshold and together reach it; one
/// finding for each run of them, told at the first.
func justUnderThreshold(_ summaries: [ExaminationSummary], _ parameters: ExaminationParameters) -> [AuditFinding] {
    let threshold = Int128(parameters.tenderThreshold.fen)
    let margin = Int128(parameters.thresholdMargin.millionths)
    let close = summaries.filter { summary in
        let price = Int128(summary.price.fen)
        return price < threshold && price * 100_000_000 >= threshold * (100_000_000 - margin)
    }
    let groups = Dictionary(grouping: close) { [NameKey($0.buyer), NameKey($0.supplier)] }
    return groups.values.flatMap { group in
        runs(of: group.sorted { ($0.signedOn, $0.contract) < ($1.signedOn, $1.contract) }, parameters)
    }
}

private func runs(of contracts: [ExaminationSummary], _ parameters: ExaminationParameters) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    var end = 0
    for (start, first) in contracts.enumerated() {
        let lastDay = (try? first.signedOn.adding(months: parameters.thresholdMonths)) ?? .last
        let run = contracts[start...].prefix { $0.signedOn < lastDay }
        // A run that ends where the one before it ended is a part of it.
        guard run.endIndex > end, run.count >= max(2, parameters.thresholdContracts) else { continue }
        end = run.endIndex
        let sum = run.reduce(Int128(0)) { $0 + Int128($1.price.fen) }
        guard sum >= Int128(parameters.tenderThreshold.fen), let total = Int64(exactly: sum) else { continue }
        findings.append(
            AuditFinding(
                .justUnderThreshold, first.contract, subject: first.contract, entry: 1, on: first.signedOn,
                amount: Money(fen: total), people: run.map(\.registeredBy),
                .underThreshold(
                    contracts: run.map(\.contract), total: Money(fen: total), threshold: parameters.tenderThreshold)))
    }
    return findings
}
