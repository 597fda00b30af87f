internal import Contracts
internal import HTML
internal import Operations
internal import Requests
internal import Storage
internal import Values

/// The list of payment requests: what waits for the visitor first, then what was asked for.
struct RequestListNodes {
    /// So many that wait for the visitor are shown above the list.
    static let mostWaiting = 20

    let visit: Visit
    let choice: RequestChoice
    let contract: String?

    private var words: Words { visit.words }
    private var own: PaymentWords { words.payments }

    func waiting(_ requests: [ListedRequest]) -> Node {
        element("section", .class("block")) {
            element("h2") { own.waitingForMe }
            if requests.isEmpty {
                element("p") { own.nothingWaits }
            } else {
                table(requests, own.waitingForMe, .class("titled"))
            }
            if requests.count == Self.mostWaiting {
                element("p") {
                    element("a", .href(PaymentPlace.list + "?state=mine")) { own.allWaitingForMe }
                }
            }
        }
    }

    func list(_ requests: [ListedRequest]) -> Node {
        group {
            element("h2") { own.requests }
            filters
            if requests.isEmpty { element("p") { words.nothingHere } } else { table(requests, heading) }
        }
    }

    private var heading: String {
        switch choice {
        case .open: own.openOnes
        case .mine: own.waitingForMe
        case .any: own.requests
        case .state(let state): own.name(of: state)
        }
    }

    private var filters: Node {
        let states =
            [Field.Option(value: "open", label: own.openOnes), Field.Option(value: "mine", label: own.waitingForMe)]
            + RequestState.allCases.map { Field.Option(value: $0.rawValue, label: own.name(of: $0)) }
            + [Field.Option(value: "all", label: words.anyOption)]
        return FilledForm([
            Field(name: "state", label: own.stateFilter, kind: .choice(states), standard: choice.text),
            Field(name: "contract", label: own.contractFilter, standard: contract ?? ""),
        ]).filtering(at: PaymentPlace.list, in: words)
    }

    private func table(_ requests: [ListedRequest], _ caption: String, _ attribute: Attribute? = nil) -> Node {
        dataTable(caption: caption, attribute ?? .class("listed")) {
            headRow(
                (own.contract, false), (own.installment, false), (own.asked, true), (own.paidSoFar, true),
                (own.state, false), (own.waitsFor, false), (own.since, false))
            element("tbody") { for request in requests { row(request) } }
        }
    }

    private func row(_ request: ListedRequest) -> Node {
        let state = RequestState(rawValue: request.state)
        return element("tr") {
            element("th", .scope("row"), .class("wide")) {
                element("a", .href(PaymentPlace.request(request.id))) { request.title }
                element("br")
                element("a", .href(PaymentPlace.contract(request.contract)), .class("small")) { request.contract }
            }
            element("td", .class("label")) { request.label ?? request.installment }
            element("td", .class("sum")) { words.money(request.amount) }
            element("td", .class("sum")) { words.money(request.paid) }
            element("td") {
                element("span", .class("status \(request.state)")) { state.map(own.name) ?? request.state }
            }
            element("td", .class("label")) { own.waiting(for: request.waitsFor) }
            element("td") { since(request) }
        }
    }

    @Content private func since(_ request: ListedRequest) -> Node {
        if let day = request.waitsSince?.dayInChina {
            words.day(day)
            element("br")
            element("span", .class("soft small")) { own.waited(visit.today.days(since: day)) }
        } else {
            "—"
        }
    }
}
