internal import Contracts
internal import Documents
internal import HTML
internal import Operations
internal import Payables
internal import Values

extension ContractNodes {
    /// The figures of the contract as a whole, each with its reasons.
    var headline: Node {
        let totals: [(Statement.Total, Money)] = [
            (.paid, statement.paid), (.payableNow, statement.payableNow), (.outstanding, statement.outstanding),
            (.deducted, statement.deducted), (.claim, statement.claim), (.waived, statement.waived),
        ]
        return element("dl", .class("figures")) {
            element("div") {
                element("dt") { words.price }
                element("dd") {
                    words.tenThousands(terms.price)
                    small(terms.price)
                }
            }
            for (total, amount) in totals where amount > .zero || !(total == .claim || total == .waived) {
                element("div") {
                    element("dt") { total.title(in: words.language) }
                    element("dd") {
                        words.tenThousands(amount)
                        small(amount)
                        element("details", .class("small")) {
                            element("summary") { words.why }
                            reason(statement.because(total))
                        }
                    }
                }
            }
        }
    }

    private func small(_ amount: Money) -> Node {
        words.language == .chinese ? element("small", .class("number")) { words.yuan(amount) } : .empty
    }

    /// What is paid next, why so much and when, and what is missing for it.
    var nextPayment: Node {
        element("section", .class("block"), .aria("labelledby", "next")) {
            element("h2", .id("next")) { words.nextPayment }
            if let position = statement.next {
                let row = statement.installments[position]
                element("p", .class("next-line")) {
                    element("strong") { terms.installments[position].label }
                    " "
                    words.badge(of: row)
                    " "
                    element("strong", .class("number")) { words.yuan(row.outstanding) }
                    " "
                    if let due = row.dueOn {
                        words.day(due)
                        element("span", .class("soft")) {
                            words.comma + words.distance(to: due, from: statement.dossier.asOf)
                        }
                    }
                }
                missing(position)
                if let because = statement.because(.payable, of: position) { reason(because) }
                if let because = statement.because(.dueOn, of: position) { reason(because) }
                requestLink(position)
            } else {
                element("p") { words.nothingLeft }
            }
        }
    }

    /// What an installment still waits for.
    func missing(_ position: Int) -> Node {
        let waiting = statement.waiting(for: position)
        guard !waiting.isEmpty else { return .empty }
        return group {
            element("p", .class("soft")) { words.stillMissing }
            element("ul") {
                for missing in waiting { element("li") { missing.sentence(in: words.language) } }
            }
        }
    }

    /// The way to ask for an installment that can be paid.
    func requestLink(_ position: Int) -> Node {
        let row = statement.installments[position]
        guard may(.raiseRequests), row.status == .due || row.status == .overdue else { return .empty }
        let id = terms.installments[position].id
        return element("p") {
            element("a", .class("button"), .href(view.plainPath("/payments/new") + "?installment=\(id)")) {
                words.raiseRequest
            }
        }
    }

    /// What a reader must know beside the figures.
    var flags: Node {
        group {
            for flag in statement.flags {
                element("p", .class("warning")) { flag.sentence(in: words.language, terms) }
            }
        }
    }
}
