internal import Contracts
internal import HTML
internal import JSON
internal import Values

/// The schedule, and the page of one installment.
extension RegistrationForm {
    var schedule: Node {
        let names = draft.names("/contract/installments")
        return group {
            element("p") { words.scheduleIntroduction }
            if names.isEmpty {
                element("p", .class("soft")) { words.noInstallments }
            } else {
                dataTable(caption: words.name(of: .schedule)) {
                    headRow(
                        (words.number, false), (words.installmentLabel, false), (words.amountForm, false),
                        (words.gross, true), (words.whenAndWithin, false), (words.actions, false))
                    element("tbody") {
                        for (position, name) in names.enumerated() { scheduleRow(position, name.label, names.count) }
                    }
                }
            }
            element("div", .class("buttons")) { button(.add("/contract/installments")) { words.addInstallment } }
        }
    }

    private func scheduleRow(_ position: Int, _ label: String, _ count: Int) -> Node {
        let place = "/contract/installments/\(position)"
        let installment = said(position)
        let open = review.problems.filter { $0.pointer.hasPrefix(place + "/") }.count
        return element("tr") {
            element("td", .class("number")) { String(position + 1) }
            element("th", .scope("row")) {
                label
                if open > 0 { element("div", .class("status blocked")) { words.stillOpen(open) } }
            }
            element("td") { installment.map { $0.amountTerms(in: words.language, of: $1) } ?? "—" }
            element("td", .class("sum")) { gross(position) }
            element("td") {
                installment.map { $0.paymentTerms(in: words.language, of: $1, naming: .inWords) } ?? "—"
            }
            element("td") { rowButtons(place, label, .installment(position), position, count) }
        }
    }

    /// What can be done with a row of a list.
    func rowButtons(_ place: String, _ label: String, _ view: RegistrationView, _ position: Int, _ count: Int) -> Node {
        func one(_ action: RegistrationAction, _ text: String, _ style: String = "plain") -> Node {
            button(action, .class(style), .aria("label", text + words.of(label))) { text }
        }
        return element("div", .class("row-buttons")) {
            one(.show(view, isStrict: false), words.edit)
            one(.copy(place), words.copy)
            if position > 0 { one(.move(place, -1), words.moveUp) }
            if position + 1 < count { one(.move(place, 1), words.moveDown) }
            one(.remove(place), words.remove)
        }
    }

    private func gross(_ position: Int) -> Node {
        guard review.gross.indices.contains(position) else { return "—".node }
        if let amount = review.gross[position] { return words.base.money(amount) }
        let form = AmountForm(rawValue: draft.chosen(TermsChoice(.amount, "/contract/installments/\(position)/amount")))
        return form == .metered || form == .withheld ? words.amountKnownLater.node : "—".node
    }

    /// An installment with the terms that it is one of, where nothing is wrong with it.
    func said(_ position: Int) -> (Installment, Contract)? {
        guard let terms = review.terms, terms.installments.indices.contains(position),
            review.isSound("/contract/installments/\(position)")
        else { return nil }
        return (terms.installments[position], terms)
    }

    func installment(_ position: Int) -> Node {
        let place = "/contract/installments/\(position)"
        return group {
            nodes(["label", "kind", "year"].map { "\(place)/\($0)" })
            amount(place + "/amount")
            condition(place + "/when", removing: nil)
            element("fieldset", .class("part")) {
                element("legend") { words.withinUnit }
                choice(.within, place + "/within")
                nodes(in: place + "/within")
            }
            nodes([place + "/assessedBy", place + "/needs", "other:" + place + "/needs", place + "/id"])
        }
    }

    private func amount(_ place: String) -> Node {
        let prices = place + "/metered/unitPrices"
        return element("fieldset", .class("part")) {
            element("legend") { words.amountForm }
            choice(.amount, place)
            nodes(in: place)
            if draft[prices] != nil {
                element("div", .class("row")) {
                    nodes(["item:" + prices, "other:item:" + prices])
                    button(.addItem(prices)) { words.addItem }
                }
                for item in (draft[prices]?.members ?? [:]).keys.sorted() {
                    let name = NameStyle.inWords.name(of: item, in: .items, words.language)
                    button(
                        .remove(prices + "/" + JSONValue.token(item)), .class("plain"),
                        .aria("label", words.remove + words.of(name))
                    ) { words.remove + words.of(name) }
                }
            }
            element("p", .class("soft small")) { words.updateHint }
        }
    }

    /// A condition with its parts in a frame of their own.
    private func condition(_ place: String, removing part: String?) -> Node {
        let form = ConditionForm(rawValue: draft.chosen(TermsChoice(.when, place)))
        return element("fieldset", .class("part")) {
            element("legend") { part == nil ? words.condition : words.conditionPart }
            choice(.when, place)
            if let form, form.isList {
                let list = "\(place)/\(form.rawValue)"
                for index in draft.list(list).indices { condition("\(list)/\(index)", removing: "\(list)/\(index)") }
                element("div", .class("buttons")) { button(.add(list)) { words.addCondition } }
            } else {
                nodes(fields.map(\.name).filter { $0.hasPrefix(place + "/") || $0.hasPrefix("other:\(place)/") })
            }
            if let part {
                element("div", .class("buttons")) {
                    button(.remove(part), .class("danger")) { words.remove }
                }
            }
        }
    }
}

extension String {
    /// The text as a node.
    var node: Node { .text(self) }
}
