internal import Contracts
internal import HTML
internal import Operations
internal import Payables
internal import Values

/// A contract as it would stand once it is registered.
struct PreviewNodes {
    let preview: RegistrationPreview
    let words: RegistrationWords
    let form: RegistrationForm

    private var terms: Contract { preview.statement.terms }

    var node: Node {
        group {
            if preview.findings.isEmpty {
                element("p", .class("notice")) { words.noFindings }
            } else {
                element("div", .class("warning")) {
                    form.nodes(of: preview.findings)
                    element("p") { words.findingsIntroduction }
                }
            }
            head
            schedule
            rules
            curves
        }
    }

    private var head: Node {
        element("dl", .class("facts")) {
            fact(words.contractTitle, terms.title.node)
            fact(words.contractNumber, terms.number.node)
            fact(words.buyer, terms.buyer.node)
            fact(words.supplier, terms.supplier.node)
            fact(
                words.price,
                group {
                    words.base.money(terms.price)
                    element("span", .class("soft")) { " " + terms.price.inCapitals }
                })
            fact(words.signedOn, words.base.day(terms.signedOn))
        }
    }

    private func fact(_ name: String, _ value: Node) -> Node {
        group {
            element("dt") { name }
            element("dd") { value }
        }
    }

    private var schedule: Node {
        dataTable(caption: words.preview) {
            headRow(
                (words.number, false), (words.installmentLabel, false), (words.gross, true),
                (words.whenAndWithin, false), (words.plannedStart, false), (words.plannedDue, false))
            element("tbody") {
                for (position, installment) in terms.installments.enumerated() {
                    element("tr") {
                        element("td", .class("number")) { String(position + 1) }
                        element("th", .scope("row")) { installment.label }
                        element("td", .class("sum")) {
                            if installment.scheduledGross == nil {
                                element("small") { words.amountKnownLater }
                            } else {
                                words.base.money(preview.statement.installments[position].gross)
                            }
                        }
                        element("td") { installment.paymentTerms(in: words.language, of: terms, naming: .inWords) }
                        element("td") { day(preview.days[position].startsOn) }
                        element("td") { day(preview.days[position].dueOn) }
                    }
                }
            }
            element("tfoot") {
                element("tr") {
                    element("td") {}
                    element("th", .scope("row")) { words.total }
                    element("td", .class("sum")) { form.review.sum.map { words.base.money($0) } ?? .empty }
                    element("td", Attribute("colspan", "3")) {}
                }
            }
        }
    }

    private func day(_ day: CalendarDay?) -> Node {
        day.map { words.base.day($0) } ?? element("span", .class("soft")) { words.byEvents }
    }

    /// What the assessments and the other terms mean.
    private var rules: Node {
        element("div", .class("columns")) {
            for (position, assessment) in terms.assessments.enumerated() {
                element("div", .class("block")) {
                    element("h3") { assessment.label }
                    form.sentences(of: position)
                }
            }
            element("div", .class("block")) {
                element("h3") { words.name(of: .closing) }
                form.closingSentences
            }
        }
    }

    /// Payable against score, for every assessment on which an installment depends.
    private var curves: Node {
        group {
            for curve in preview.curves {
                element("section", .class("block")) {
                    element("h3") { words.curveCaption(terms.assessments[curve.assessment].label) }
                    CurveNodes(
                        words: words.base, statement: preview.statement, position: curve.assessment, curve: curve,
                        id: "curve-\(curve.assessment)"
                    ).node
                }
            }
        }
    }
}
