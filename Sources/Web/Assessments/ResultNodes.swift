internal import Contracts
internal import HTML
internal import Operations
internal import Payables
internal import Values

/// What the result of an assessment comes to: each line with its reason, and what it does to the installment.
struct ResultNodes {
    let words: Words
    let statement: Statement
    let position: Int

    private var own: AssessmentWords { words.assessments }

    var node: Node {
        group {
            lines
            effect
        }
    }

    /// The lines of deduction.
    @Content var lines: Node {
        if let outcome = statement.outcomes[position] {
            if outcome.doubt != nil {
                element("p") { own.awaitsRuling }
            } else if outcome.lines.isEmpty {
                element("p") { own.noDeduction }
            } else {
                table(outcome)
            }
        } else {
            element("p", .class("soft")) { own.noResultYet }
        }
    }

    private func table(_ outcome: AssessmentOutcome) -> Node {
        dataTable(caption: own.deduction) {
            headRow((own.rule, false), (own.basis, false), (own.amount, true))
            element("tbody") {
                for line in outcome.lines {
                    element("tr") {
                        element("th", .scope("row")) { own.name(of: line) }
                        element("td") { reason(statement.because(line, of: position)) }
                        element("td", .class("sum")) { words.money(line.amount) }
                    }
                }
            }
            element("tfoot") {
                element("tr") {
                    element("th", .scope("row"), Attribute("colspan", "2")) { own.total }
                    element("td", .class("sum")) { words.money(statement.deduction(of: position) ?? .zero) }
                }
            }
        }
    }

    private func reason(_ because: Because) -> Node {
        group {
            because.sentence(in: words.language)
            if !because.formula.isEmpty {
                element("br")
                element("code", .class("soft")) { because.formula }
            }
        }
    }

    /// What the installment comes to with it.
    private var effect: Node {
        guard let installment = statement.installment(decidedBy: position) else { return .empty }
        let label = statement.terms.installments[installment].label
        let payable = statement.payable(ofInstallment: installment)?.grouped ?? own.awaitsRuling
        return element("details") {
            element("summary") { "\(label)：\(own.payable) \(payable)" }
            element("dl", .class("facts")) {
                for (name, figure) in figures {
                    if let because = statement.because(figure, of: installment), !because.rule.isTrivial {
                        element("dt") { name }
                        element("dd") { reason(because) }
                    }
                }
            }
        }
    }

    private var figures: [(String, Statement.Figure)] {
        [
            (own.gross, .gross), (own.recovered, .recovered), (own.deducted, .deducted),
            (own.withheld, .withheld), (own.payable, .payable), (own.outstanding, .outstanding),
            (own.dueDay, .dueOn),
        ]
    }
}
