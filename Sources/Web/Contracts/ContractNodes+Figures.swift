internal import Audit
internal import Contracts
internal import Documents
internal import HTML
internal import Operations
internal import Payables
internal import Values

extension ContractNodes {
    /// A figure that unfolds into its reasons.
    func unfolding(_ name: String, _ value: Node, @Content _ reasons: () -> Node) -> Node {
        element("details", .class("figure")) {
            element("summary") {
                element("span") { name }
                element("span", .class("sum")) { value }
            }
            reasons()
        }
    }

    /// Why a figure is what it is: the sentence, the formula, the clause, the facts.
    func reason(_ because: Because) -> Node {
        element("div", .class("because")) {
            element("p") { because.sentence(in: words.language) }
            if !because.formula.isEmpty {
                element("p") {
                    element("span", .class("soft")) { words.formula }
                    element("span", .class("number")) { because.formula }
                }
            }
            if let clause = because.clause {
                element("p") {
                    element("span", .class("soft")) { words.clause }
                    element("a", .href(view.path(toClause: pointer(of: clause)))) {
                        words.text(of: clause, pointer(of: clause))
                    }
                }
            }
            if !because.facts.isEmpty {
                element("p") {
                    element("span", .class("soft")) { words.restsOn }
                    for (index, fact) in because.facts.enumerated() {
                        if index > 0 { words.comma }
                        link(toFact: fact)
                    }
                }
            }
        }
    }

    /// The clause's place in the terms, without the place of the terms in the dossier.
    private func pointer(of clause: Because.Clause) -> String {
        let prefix = statement.dossier.termsPointer
        return clause.pointer.hasPrefix(prefix) ? String(clause.pointer.dropFirst(prefix.count)) : clause.pointer
    }

    /// The line of the history that holds a fact, by its place in the dossier.
    func link(toFact position: Int) -> Node {
        let entry = sheet.journal.facts[position].entry
        let fact = statement.dossier.facts[position]
        return element("a", .href(view.path(toEntry: entry.number))) {
            words.factTitle(fact, number: entry.number)
        }
    }

    /// The figures of an installment, one below the other, each with its reasons.
    func figures(of position: Int) -> Node {
        let row = statement.installments[position]
        let amounts: [(Statement.Figure, Node)] = [
            (.gross, words.money(row.gross)), (.recovered, words.money(row.recovered)),
            (.deducted, words.money(row.deducted)), (.withheld, words.money(row.withheld)),
            (.payable, words.money(row.payable)), (.paid, words.money(row.paid)),
            (.outstanding, words.money(row.outstanding)), (.overpaid, words.money(row.overpaid)),
            (.startedOn, words.day(row.startedOn)), (.dueOn, words.day(row.dueOn)),
            (.interest, words.money(row.interest ?? .zero)),
        ]
        let reasons = amounts.compactMap { figure, value in
            statement.because(figure, of: position).map { (figure: figure, value: value, because: $0) }
        }
        let silent = reasons.filter { $0.because.rule.isTrivial }
        return element("div", .class("figure-list")) {
            for (figure, value, because) in reasons where !because.rule.isTrivial {
                unfolding(figure.title(in: words.language), value) {
                    reason(because)
                    if figure == .deducted { lines(of: position) }
                }
            }
            if !silent.isEmpty {
                element("details", .class("figure soft")) {
                    element("summary") {
                        element("span") { words.nothingIn(silent.map { $0.figure.title(in: words.language) }) }
                    }
                    for (figure, _, because) in silent {
                        element("p", .class("because")) {
                            figure.title(in: words.language) + words.colon + because.sentence(in: words.language)
                        }
                    }
                }
            }
        }
    }

    /// The lines that a deduction is made of.
    private func lines(of position: Int) -> Node {
        guard let assessment = terms.installments[position].assessedBy else { return .empty }
        return group {
            for line in statement.lines(of: position) {
                unfolding(line.title(in: words.language), words.money(line.amount)) {
                    reason(statement.because(line, of: assessment))
                }
            }
        }
    }
}
