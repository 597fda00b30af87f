internal import HTML
internal import Operations
internal import Values

/// The bank accounts of a supplier in each department that the visitor sees, and all their changes.
struct SupplierNodes {
    let visit: Visit
    let supplier: String

    private var words: Words { visit.words }
    private var own: PaymentWords { words.payments }

    func node(_ histories: [BankAccountHistory]) -> Node {
        group {
            if visit.may(.proposeBankAccounts) {
                element("p") {
                    element("a", .class("button"), .href(PaymentPlace.supplier(supplier) + "/new")) { own.propose }
                }
            }
            if histories.isEmpty { element("p") { own.noChanges } }
            for history in histories { section(history) }
            element("p") { element("a", .href(PaymentPlace.suppliers)) { own.supplierAccounts } }
        }
    }

    private func section(_ history: BankAccountHistory) -> Node {
        let now = visit.workspace.now
        return element("section", .class("block")) {
            element("h2") { history.department.name }
            if let account = history.inForce(at: now)?.account {
                AccountFacts(words: words, account: account).node
            } else {
                element("p", .class("warning")) { own.noAccount }
            }
            dataTable(caption: own.changesOfAccounts) {
                headRow(
                    (own.new, false), (own.state, false), (own.proposedBy, false), (own.why, false),
                    (own.decisions, false))
                element("tbody") { for change in history.changes.reversed() { row(change) } }
            }
        }
    }

    private func row(_ change: BankAccountChange) -> Node {
        let now = visit.workspace.now
        return element("tr") {
            element("th", .scope("row"), .class("wide")) {
                element("a", .href(PaymentPlace.change(change.id, of: supplier))) { own.change(change.number) }
                element("br")
                change.account.holder
                element("br")
                change.account.bank
                element("br")
                element("span", .class("mono")) { change.account.number }
            }
            element("td", .class("label")) {
                element("span", .class("status \(change.stateClass(at: now))")) { change.stateName(at: now, in: words) }
            }
            element("td") {
                change.proposedBy
                element("br")
                element("span", .class("soft small")) { words.moment(change.proposedAt) }
            }
            element("td", .class("label")) { change.reason }
            element("td", .class("label")) {
                for decision in change.decisions {
                    element("div") {
                        "\(decision.by)：\(decision.kind.name(in: own)) "
                        element("span", .class("soft small")) { words.moment(decision.at) }
                        if !decision.reason.isEmpty { " \(decision.reason)" }
                    }
                }
            }
        }
    }
}

/// A bank account, line by line.
struct AccountFacts {
    let words: Words
    let account: BankAccount

    var node: Node {
        let own = words.payments
        return element("dl", .class("facts")) {
            element("dt") { own.holder }
            element("dd") { account.holder }
            element("dt") { own.bank }
            element("dd") { account.bank }
            element("dt") { own.accountNumber }
            element("dd", .class("mono")) { account.number }
        }
    }
}

extension BankAccountDecision {
    func name(in words: PaymentWords) -> String {
        switch self {
        case .confirmed: words.confirm
        case .rejected: words.reject
        case .withdrawn: words.withdraw
        }
    }
}
