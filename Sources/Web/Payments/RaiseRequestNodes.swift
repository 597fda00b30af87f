internal import Contracts
internal import HTML
internal import HTTPTypes
internal import Operations
internal import Payables
internal import Requests
internal import Serving
internal import Values

/// The page on which somebody asks for payment: first of which installment, then of how much.
struct RaiseRequestNodes {
    let visit: Visit
    let preparation: RequestPreparation

    private var words: Words { visit.words }
    private var own: PaymentWords { words.payments }

    /// The form as it is before anything is typed, or as it was sent.
    func form(_ sent: FormData? = nil) -> FilledForm {
        let chosen = preparation.chosen?.choice
        let fields = [
            Field(name: "/installment", label: "", kind: .hidden, standard: chosen?.figures.installment.id ?? ""),
            Field(
                name: "/amount", label: own.amount, kind: .money, hint: own.amountHint, isRequired: true,
                standard: chosen?.available.description ?? ""),
        ]
        return sent.map { FilledForm(fields, $0) } ?? FilledForm(fields)
    }

    func page(_ form: FilledForm, status: HTTPResponse.Status = .ok) -> Answer {
        let title = preparation.chosen.map { own.askTitle($0.choice.figures.installment.label) } ?? own.ask
        return visit.page(title, .payments, status: status) {
            element("h1") { title }
            head
            if let chosen = preparation.chosen { body(of: chosen, form) } else { choices }
        }
    }

    private var head: Node {
        let terms = preparation.choices.first?.figures.statement.terms
        return element("p") {
            element("a", .href(PaymentPlace.contract(preparation.contract))) {
                "\(terms?.title ?? "")（\(preparation.contract)）"
            }
            " · \(terms?.supplier ?? "")"
        }
    }

    // MARK: Which installment

    private var choices: Node {
        group {
            element("p") { own.chooseInstallment }
            dataTable(caption: own.installment) {
                headRow(
                    (own.installment, false), (words.title(of: .payable), true), (words.title(of: .outstanding), true),
                    (own.heldByOthers, true), (own.whatIsLeft, true), (own.state, false))
                element("tbody") { for choice in preparation.choices { row(choice) } }
            }
        }
    }

    private func row(_ choice: RequestPreparation.Choice) -> Node {
        let figures = choice.figures
        let status = figures.row.status
        return element("tr") {
            element("th", .scope("row"), .class("label")) {
                if choice.available > .zero {
                    element("a", .href(PaymentPlace.asking(preparation.contract, figures.installment.id))) {
                        figures.installment.label
                    }
                } else {
                    figures.installment.label
                }
            }
            element("td", .class("sum")) { words.money(figures.row.payable) }
            element("td", .class("sum")) { words.money(figures.row.outstanding) }
            element("td", .class("sum")) { words.money(choice.held) }
            element("td", .class("sum")) { words.money(choice.available) }
            element("td", .class("wide")) {
                element("span", .class("status \(status.rawValue)")) { figures.row.statusSentence(in: words.language) }
                for sentence in figures.missing(in: words.language) {
                    element("br")
                    element("span", .class("soft small")) { sentence }
                }
            }
        }
    }

    // MARK: How much

    private func body(of chosen: RequestPreparation.Chosen, _ form: FilledForm) -> Node {
        let choice = chosen.choice
        let terms = choice.figures.statement.terms
        let evidence = EvidenceNodes(visit: visit, terms: terms)
        return group {
            if !choice.isPayable { obstacles(choice.figures) }
            element("section", .class("block")) {
                element("h2") { own.computation }
                ComputationNodes(words: words, figures: choice.figures).table
            }
            if choice.isPayable { amounts(chosen, form) }
            element("section", .class("block")) {
                element("h2") { own.evidence }
                evidence.list(chosen.evidence)
            }
            element("section", .class("block")) {
                element("h2") { own.payee }
                evidence.payee(chosen.accounts)
            }
        }
    }

    private func obstacles(_ figures: InstallmentFigures) -> Node {
        let sentences = figures.missing(in: words.language)
        return element("div", .class("warning")) {
            element("p") { own.notPayable + (sentences.isEmpty ? own.notDue : "") }
            if !sentences.isEmpty { element("ul") { for sentence in sentences { element("li") { sentence } } } }
        }
    }

    private func amounts(_ chosen: RequestPreparation.Chosen, _ form: FilledForm) -> Node {
        let choice = chosen.choice
        return element("section", .class("block")) {
            element("h2") { own.whatIsLeft }
            element("dl", .class("facts")) {
                element("dt") { words.title(of: .outstanding) }
                element("dd") { words.money(choice.figures.row.outstanding) }
                element("dt") { own.heldByOthers }
                element("dd") {
                    words.money(choice.held)
                    for request in chosen.holding {
                        element("br")
                        element("a", .href(PaymentPlace.request(request.id))) {
                            "\(request.held.grouped) · \(own.name(of: request.state)) · \(request.requestedBy)"
                        }
                    }
                }
                element("dt") { own.whatIsLeft }
                element("dd") { element("strong") { words.money(choice.available) } }
            }
            if choice.available > .zero {
                element("p") {
                    own.chain(
                        (preparation.chain.map(own.name) + [own.treasury]).joined(separator: words.choose("、", ", ")))
                }
                form.node(action: action, version: preparation.version, in: words) {
                    element("button", .class("primary")) { own.submit }
                    element("a", .href(PaymentPlace.available)) { words.back }
                }
            } else {
                element("p", .class("warning")) { own.allHeld }
                form.errorSummary(in: words)
            }
        }
    }

    private var action: String { PaymentPlace.contract(preparation.contract) + "/payments/new" }
}

extension InstallmentFigures {
    /// What keeps it from being paid, in words.
    func missing(in language: Language) -> [String] {
        statement.waiting(for: position).map { $0.sentence(in: language) }
    }
}
