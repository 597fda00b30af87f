internal import HTML
internal import Operations
internal import Serving
internal import Storage
internal import Values

/// The list of suppliers with the account that counts for each.
struct SupplierListNodes {
    let visit: Visit
    let text: String?
    let isOpen: Bool

    private var words: Words { visit.words }
    private var own: PaymentWords { words.payments }

    func list(_ suppliers: [SupplierAnswer]) -> Node {
        group {
            filters
            if suppliers.isEmpty { element("p") { words.nothingHere } } else { table(suppliers) }
        }
    }

    private var filters: Node {
        FilledForm([
            Field(name: "q", label: own.nameFilter, standard: text ?? ""),
            Field(name: "open", label: own.onlyOpen, kind: .tick, standard: isOpen ? "yes" : ""),
        ]).filtering(at: PaymentPlace.suppliers, in: words)
    }

    private func table(_ suppliers: [SupplierAnswer]) -> Node {
        dataTable(caption: own.supplierAccounts) {
            headRow(
                (own.supplier, false), (own.contracts, true), (own.outstanding, true), (own.inForce, false),
                (own.toDo, false))
            element("tbody") {
                for answer in suppliers {
                    element("tr") {
                        element("th", .scope("row"), .class("wide")) {
                            element("a", .href(PaymentPlace.supplier(answer.supplier.name))) { answer.supplier.name }
                        }
                        element("td", .class("sum")) { String(answer.supplier.contracts) }
                        element("td", .class("sum")) { words.money(answer.supplier.outstanding) }
                        element("td", .class("wide")) { accounts(answer.histories) }
                        element("td") { pending(answer.histories) }
                    }
                }
            }
        }
    }

    private func accounts(_ histories: [BankAccountHistory]) -> Node {
        let inForce = histories.compactMap { $0.inForce(at: visit.workspace.now)?.account }
        if inForce.isEmpty { return element("span", .class("soft")) { "—" } }
        return group {
            for account in inForce {
                element("div") {
                    account.bank + " "
                    element("span", .class("mono")) { account.masked.number }
                }
            }
        }
    }

    private func pending(_ histories: [BankAccountHistory]) -> Node {
        let now = visit.workspace.now
        return group {
            for change in histories.flatMap({ $0.pending(at: now) }) {
                element("div") {
                    element("a", .href(PaymentPlace.change(change.id, of: histories[0].supplier))) {
                        change.stateName(at: now, in: words)
                    }
                }
            }
        }
    }
}

extension BankAccountChange {
    /// How it stands, in words.
    func stateName(at moment: Instant, in words: Words) -> String {
        let own = words.payments
        return switch state(at: moment) {
        case .open, nil: own.stateOpen
        case .cooling(let end): own.stateCooling(words.momentText(end))
        case .effective(let start): own.stateEffective(words.momentText(start))
        case .rejected: own.stateRejected
        case .withdrawn: own.stateWithdrawn
        }
    }

    /// The class of its badge.
    func stateClass(at moment: Instant) -> String {
        switch state(at: moment) {
        case .open, nil: "submitted"
        case .cooling: "blocked"
        case .effective: "settled"
        case .rejected: "rejected"
        case .withdrawn: "withdrawn"
        }
    }
}
