internal import Contracts
internal import HTML
internal import Operations
internal import Payables
internal import Storage
internal import Values

/// The installments over all contracts that money can be asked for now.
struct AvailableNodes {
    let visit: Visit

    private var words: Words { visit.words }
    private var own: PaymentWords { words.payments }

    func list(_ page: PositionPage) -> Node {
        guard !page.positions.isEmpty else { return element("p") { words.nothingHere } }
        return group {
            if let totals = page.totals { figures(totals) }
            dataTable(caption: own.available) {
                headRow(
                    (own.contract, false), (own.installment, false), (words.title(of: .payable), true),
                    (words.title(of: .outstanding), true), (own.heldByOthers, true), (own.whatIsLeft, true),
                    (own.dueOn, false))
                element("tbody") { for position in page.positions { row(position) } }
            }
        }
    }

    private func figures(_ totals: [PositionTotal]) -> Node {
        element("dl", .class("figures")) {
            for total in totals {
                element("div") {
                    element("dt") { words.name(ofStatus: total.status) }
                    element("dd") {
                        words.tenThousands(total.outstanding)
                        element("small") { "\(own.count(total.count)) · \(total.outstanding.grouped)" }
                    }
                }
            }
        }
    }

    private func row(_ position: ListedPosition) -> Node {
        let asking = PaymentPlace.asking(position.contract, position.installment)
        return element("tr") {
            element("th", .scope("row"), .class("wide")) {
                element("a", .href(PaymentPlace.contract(position.contract))) { position.title }
                element("br")
                element("span", .class("soft small")) { "\(position.contract) · \(position.supplier)" }
            }
            element("td", .class("label")) {
                position.label
                if visit.may(.raiseRequests) {
                    element("br")
                    element("a", .href(asking), .aria("label", "\(own.ask)：\(position.title) \(position.label)")) {
                        own.ask
                    }
                }
            }
            element("td", .class("sum")) { words.money(position.payable) }
            element("td", .class("sum")) { words.money(position.outstanding) }
            element("td", .class("sum")) { words.money(position.held) }
            element("td", .class("sum")) {
                element("strong") { words.money(Money(fen: position.outstanding.fen &- position.held.fen)) }
            }
            element("td") {
                words.day(position.dueOn)
                if let day = position.dueOn {
                    element("br")
                    element("span", .class("status \(position.status)")) { words.distance(to: day, from: visit.today) }
                }
            }
        }
    }
}
