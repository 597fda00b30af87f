internal import HTML
internal import Operations
internal import Payables
internal import Pictures
internal import Serving
internal import Storage
internal import Values

/// What stands on the work desk.
struct DeskNodes {
    let desk: Desk
    let words: Words

    var content: Node {
        group {
            element("h1") { words.name(of: .desk) }
            element("p", .class("soft")) { words.figuresOf(desk.asOf) }
            figures
            waiting
            pile(words.overdueOfSmall, desk.overdue.ofSmallSuppliers, id: "overdue-small", isAlarming: true)
            pile(words.overdueOfOthers, desk.overdue.ofOthers, id: "overdue", isAlarming: true)
            pile(words.dueSoon, desk.dueSoon, id: "due")
            blocked
            pile(words.releases, desk.releases, id: "releases", day: .expected)
            pictures
        }
    }

    private var figures: Node {
        element("dl", .class("figures")) {
            figure(words.payableNow, desk.sums.payableNow)
            figure(words.held, desk.sums.held)
            figure(words.paidThisYear, desk.sums.paidThisYear)
            figure(words.outstanding, desk.sums.outstanding)
        }
    }

    private func figure(_ name: String, _ amount: Money) -> Node {
        element("div") {
            element("dt") { name }
            element("dd") {
                words.tenThousands(amount)
                if words.language == .chinese { element("small") { words.yuan(amount) } }
            }
        }
    }

    private var waiting: Node {
        element("section", .class("block")) {
            element("h2", .id("waiting")) { words.waitingForMe }
            if desk.waiting.first.isEmpty {
                element("p") { words.nothingWaits }
            } else {
                element("p") { words.countAndSum(desk.waiting.total) }
                dataTable(caption: words.waitingForMe) {
                    headRow((words.request, false), (words.contract, false), (words.amount, true), (words.since, false))
                    element("tbody") {
                        for request in desk.waiting.first { row(request) }
                    }
                }
                more(desk.waiting.total.count, "/payments")
            }
        }
    }

    private func row(_ request: ListedRequest) -> Node {
        element("tr") {
            element("th", .scope("row")) {
                element("a", .href("/payments/" + percentEncoded(request.id))) { request.label ?? request.installment }
            }
            element("td") { contractLink(request.contract, request.title) }
            element("td", .class("sum")) { words.money(request.amount) }
            element("td") { words.moment(request.requestedAt) }
        }
    }

    /// Nothing where there is nothing: an empty desk is a calm one. Only what is overdue says that all is well.
    private func pile(
        _ name: String, _ pile: Desk.Pile<ListedPosition>, id: String, isAlarming: Bool = false,
        day: PositionTable.Day = .due
    ) -> Node {
        guard pile.total.count > 0 else { return .empty }
        return element("section", .class(isAlarming ? "block alarm" : "block")) {
            element("h2", .id(id)) { name }
            element("p") { words.countAndSum(pile.total) }
            PositionTable(positions: pile.first, caption: name, today: desk.asOf, day: day, words: words).node
            more(pile.total.count, "/contracts?status=" + (isAlarming ? "overdue" : "due"))
        }
    }

    private var blocked: Node {
        guard !desk.blocked.isEmpty else { return .empty }
        return element("section", .class("block")) {
            element("h2", .id("blocked")) { words.blockedAndBy }
            for group in desk.blocked {
                element("details") {
                    element("summary") {
                        "\(group.blocker.name(in: words.language))：\(words.countAndSum(group.pile.total))"
                    }
                    PositionTable(
                        positions: group.pile.first, caption: group.blocker.name(in: words.language),
                        today: desk.asOf, day: .expected, words: words
                    ).node
                    more(group.pile.total.count, "/contracts?status=blocked")
                }
            }
        }
    }

    private var pictures: Node {
        let execution = ExecutionPicture(desk.execution, PictureSetting(id: "execution", language: words.language))
        let cash = CashPicture(desk.cash, PictureSetting(id: "cash", language: words.language))
        return element("div", .class("columns")) {
            picture(words.executionOfYear(desk.execution.year), execution.svg, execution.table, id: "execution-of-year")
            picture(words.cashNeeded, cash.svg, cash.table, id: "cash-needed")
        }
    }

    private func picture(_ name: String, _ svg: Node, _ table: Node, id: String) -> Node {
        element("section", .class("block")) {
            element("h2", .id(id)) { name }
            svg
            element("details") {
                element("summary") { words.figuresAsTable }
                element("div", .class("scroll"), Attribute("tabindex", "0"), .role("region"), .aria("label", name)) {
                    table
                }
            }
        }
    }

    private func contractLink(_ number: String, _ title: String) -> Node {
        element("a", .href("/contracts/" + percentEncoded(number))) { title }
    }

    private func more(_ count: Int, _ path: String) -> Node {
        guard count > Desk.length else { return .empty }
        return element("p") { element("a", .href(path)) { words.allOf(count) } }
    }
}
