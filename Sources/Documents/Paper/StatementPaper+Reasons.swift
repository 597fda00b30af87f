internal import Contracts
internal import Payables
internal import Values

extension StatementPaper {
    /// An installment with the reason of each of its figures, and what it still waits for; its name comes again where
    /// it goes on on another page.
    func reasons(of position: Int) -> Paper.Section {
        let row = statement.installments[position]
        let installment = statement.terms.installments[position]
        let head = TextStyle(isBold: true)
        let title = Paper.Row(
            cells: [
                Paper.Cell("\(position + 1). \(installment.label)", head, share: 12, isShaded: true),
                Paper.Cell(
                    row.statusSentence(in: words.language), TextStyle(isBold: true, alignment: .center), share: 5,
                    isShaded: true),
                Paper.Cell(row.outstanding.grouped, .total, share: 5, isShaded: true),
            ], staysWithNext: true)
        let condition = reasonRow(
            words.choose("付款条件", "Condition"), [installment.paymentTerms(in: words.language, of: statement.terms)], nil)
        let waiting = statement.waiting(for: position).map { $0.sentence(in: words.language) }
        let missing = waiting.isEmpty ? [] : [reasonRow(words.choose("尚缺条件", "Missing"), waiting, nil)]
        return Paper.Section(header: [title], rows: [condition] + figures(of: position) + missing)
    }

    private func figures(of position: Int) -> [Paper.Row] {
        let row = statement.installments[position]
        let amounts: [(Statement.Figure, Money?)] = [
            (.gross, row.gross), (.recovered, row.recovered), (.deducted, row.deducted), (.withheld, row.withheld),
            (.payable, row.payable), (.paid, row.paid), (.outstanding, row.outstanding), (.overpaid, row.overpaid),
            (.startedOn, nil), (.dueOn, nil), (.interest, row.interest),
        ]
        return amounts.flatMap { figure, amount -> [Paper.Row] in
            guard let because = statement.because(figure, of: position), !because.rule.isTrivial else { return [] }
            let own = reasonRow(words.name(of: figure), explanation(because), amount)
            return figure == .deducted ? [own] + lines(of: position) : [own]
        }
    }

    private func lines(of position: Int) -> [Paper.Row] {
        guard let assessment = statement.terms.installments[position].assessedBy else { return [] }
        return statement.lines(of: position).map { line in
            reasonRow("· " + words.name(of: line), explanation(statement.because(line, of: assessment)), line.amount)
        }
    }

    /// The sentence; then the clause and the facts it rests on.
    private func explanation(_ because: Because) -> [String] {
        var sources: [String] = []
        if let clause = because.clause { sources.append("\(clause.label) \(clause.pointer)") }
        if !because.facts.isEmpty {
            let ids = because.facts.map { statement.dossier.facts[$0].id }.joined(separator: words.choose("、", ", "))
            sources.append(words.choose("事实 ", "facts ") + ids)
        }
        let sentence = because.sentence(in: words.language)
        let list = sources.joined(separator: words.choose("；", "; "))
        return sources.isEmpty ? [sentence] : [sentence, words.choose("〔\(list)〕", "[\(list)]")]
    }

    private func reasonRow(_ name: String, _ reason: [String], _ amount: Money?) -> Paper.Row {
        Paper.Row(cells: [
            Paper.Cell(name, TextStyle(size: 8.5), share: 4),
            Paper.Cell(content: .lines(reason), style: TextStyle(size: 8.5), share: 14),
            Paper.Cell(amount?.grouped ?? "", TextStyle(size: 8.5, alignment: .right, isWhole: true), share: 4),
        ])
    }
}
