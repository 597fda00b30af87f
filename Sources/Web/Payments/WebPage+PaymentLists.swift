internal import HTML
internal import Operations
internal import Requests
internal import Serving
internal import Storage
internal import Values

extension WebPage {
    /// Everything about payments.
    static let payments: [WebPage] =
        [paymentList, availableList] + raising + review + deciding + paying + supplierPages + changePages

    private static let paymentList = WebPage.get(
        PathTemplate(stringLiteral: PaymentPlace.list), .permissions([.readContracts]),
        query: ["state", "contract", "limit", "cursor"]
    ) { visit in
        let (choice, contract, page) = try visit.call.query { query in
            (RequestChoice(query.text("state")), query.text("contract").nonEmpty, query.page())
        }
        let mark = try page.requestMark()
        let requests = try await visit.workspace.paymentRequests(
            choice.question(contract), after: mark, limit: page.limit, by: try visit.caller())
        var mine: [ListedRequest]?
        if mark == nil, choice != .mine, visit.acts {
            mine = try await visit.workspace.paymentRequests(
                RequestQuestion(isWaitingForMe: true), limit: RequestListNodes.mostWaiting, by: try visit.caller())
        }
        let nodes = RequestListNodes(visit: visit, choice: choice, contract: contract)
        return visit.page(visit.words.name(of: Section.payments), .payments) {
            element("h1") { visit.words.name(of: Section.payments) }
            PaymentTab.requests.node(in: visit.words.payments)
            if let mine { nodes.waiting(mine) }
            nodes.list(requests)
            nextPage(visit, page, requests.count) {
                requests.last.map { [$0.mark.requestedAt.description, $0.mark.id] }
            }
        }
    }

    private static let availableList = WebPage.get(
        PathTemplate(stringLiteral: PaymentPlace.available), .permissions([.readContracts]),
        query: ["limit", "cursor"]
    ) { visit in
        let page = try visit.call.query { $0.page() }
        let list = try await visit.workspace.positions(
            PositionFilter(isAvailable: true), after: try page.positionMark(), limit: page.limit,
            by: try visit.caller())
        let words = visit.words.payments
        return visit.page(words.available, .payments) {
            element("h1") { words.available }
            PaymentTab.available.node(in: words)
            element("p") { words.availableHint }
            AvailableNodes(visit: visit).list(list)
            nextPage(visit, page, list.positions.count) { list.positions.last?.mark.keys }
        }
    }
}

/// Which requests a list shows.
enum RequestChoice: Equatable {
    case open
    case mine
    case any
    case state(RequestState)

    /// Open ones where nothing, or nothing that there is, was chosen.
    init(_ text: String?) {
        switch text {
        case "mine": self = .mine
        case "all": self = .any
        default: self = text.flatMap(RequestState.init(rawValue:)).map { .state($0) } ?? .open
        }
    }

    var text: String {
        switch self {
        case .open: "open"
        case .mine: "mine"
        case .any: "all"
        case .state(let state): state.rawValue
        }
    }

    /// What waits stands in the order of its age, what is over with the latest first.
    func question(_ contract: String?) -> RequestQuestion {
        switch self {
        case .open: RequestQuestion(contract: contract, isOpen: true)
        case .mine: RequestQuestion(isWaitingForMe: true, contract: contract)
        case .any: RequestQuestion(contract: contract, isLatestFirst: true)
        case .state(let state): RequestQuestion(state: state.rawValue, contract: contract, isLatestFirst: true)
        }
    }
}

extension Visit {
    /// Whether payment requests can wait for the visitor.
    fileprivate var acts: Bool {
        [.raiseRequests, .approveAsSection, .approveAsFinance, .approveAsHead, .recordPayments].contains(where: may)
    }
}

extension Page {
    fileprivate func requestMark() throws(Refusal) -> RequestMark? {
        guard let keys = try keys(2) else { return nil }
        guard let moment = Instant(keys[0]) else { throw Page.foreignCursor }
        return RequestMark(requestedAt: moment, id: keys[1])
    }

    fileprivate func positionMark() throws(Refusal) -> PositionMark? {
        guard let keys = try keys(3) else { return nil }
        let day = CalendarDay(keys[0])
        guard let position = Int32(keys[2]), day != nil || keys[0].isEmpty else { throw Page.foreignCursor }
        return PositionMark(dueOn: day, contract: keys[1], position: Int(position))
    }
}

extension PositionMark {
    fileprivate var keys: [String] { [dueOn?.description ?? "", contract, String(position)] }
}
