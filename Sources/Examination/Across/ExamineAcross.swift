internal import Values

/// What no contract shows alone: numbers that stand twice, and contracts just under a threshold. The order of the
/// summaries does not matter.
public func examineAcross(
    _ summaries: [ExaminationSummary], _ parameters: ExaminationParameters = ExaminationParameters()
) -> [AuditFinding] {
    let sorted = summaries.sorted { $0.contract < $1.contract }
    let invoices = repeated(sorted, .duplicateInvoice, \.invoices) { summary, paper in
        PaperKey(owner: NameKey(summary.supplier), year: 0, number: NameKey(paper.number))
    }
    let vouchers = repeated(sorted, .duplicateVoucher, \.vouchers) { summary, paper in
        PaperKey(owner: NameKey(summary.buyer), year: paper.day.year, number: NameKey(paper.number))
    }
    return (invoices + vouchers + justUnderThreshold(sorted, parameters)).inOrder
}

/// Within what a number must not stand twice.
private struct PaperKey: Hashable {
    let owner: NameKey
    let year: Int
    let number: NameKey
}

/// Each paper whose number stood on one before it, with the first one.
private func repeated(
    _ summaries: [ExaminationSummary], _ rule: ExaminationRule,
    _ papers: (ExaminationSummary) -> [ExaminationSummary.Paper],
    key: (ExaminationSummary, ExaminationSummary.Paper) -> PaperKey
) -> [AuditFinding] {
    var first: [PaperKey: (contract: String, paper: ExaminationSummary.Paper)] = [:]
    var findings: [AuditFinding] = []
    for summary in summaries {
        for paper in papers(summary) {
            let key = key(summary, paper)
            guard let earlier = first[key] else {
                first[key] = (summary.contract, paper)
                continue
            }
            findings.append(
                AuditFinding(
                    rule, summary.contract, installment: paper.installment, subject: paper.subject, entry: paper.entry,
                    on: paper.day, amount: paper.amount, people: [paper.by, earlier.paper.by],
                    .sameNumber(paper.number, contract: earlier.contract, entry: earlier.paper.entry)))
        }
    }
    return findings
}
