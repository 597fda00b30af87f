internal import HTML
internal import Serving
internal import Storage
internal import Values

/// The contracts of a page of the list, each with its next payment.
func contractTable(_ contracts: [ListedContract], _ visit: Visit) -> Node {
    let words = visit.words
    guard !contracts.isEmpty else { return element("p") { words.noContractFound } }
    return dataTable(caption: words.contractsWithNext) {
        headRow(
            (words.contract, false), (words.supplier, false), (words.priceYuan, true), (words.paidYuan, true),
            (words.outstandingYuan, true), (words.nextPayment, false), (words.nextAmountYuan, true),
            (words.status, false),
            (words.dueOn, false))
        element("tbody") {
            for contract in contracts { row(of: contract, visit) }
        }
    }
}

private func row(of contract: ListedContract, _ visit: Visit) -> Node {
    let words = visit.words
    return element("tr") {
        element("th", .scope("row")) {
            element("a", .href("/contracts/" + percentEncoded(contract.number))) { contract.title }
            element("br")
            element("span", .class("small soft")) { contract.number }
        }
        element("td") {
            element("a", .class("plain"), .href("/contracts?supplier=" + percentEncoded(contract.supplier))) {
                contract.supplier
            }
        }
        element("td", .class("sum")) { words.money(contract.price) }
        element("td", .class("sum")) { words.money(contract.paid) }
        element("td", .class("sum")) { words.money(contract.outstanding) }
        element("td") { contract.nextLabel ?? words.nothingLeft }
        element("td", .class("sum")) { contract.nextAmount.map { words.money($0) } ?? .text("—") }
        element("td") { contract.nextStatus.map { words.badge(ofStatus: $0) } ?? .text("—") }
        element("td") {
            words.day(contract.nextDueOn)
            if let due = contract.nextDueOn, contract.nextStatus != nil {
                element("br")
                element("span", .class("small soft")) { words.distance(to: due, from: visit.today) }
            }
        }
    }
}
