internal import Contracts
internal import HTML
internal import HTTPTypes
internal import Operations
internal import Serving
internal import Values

extension WebPage {
    /// One contract: its statement with every reason, and its terms in words.
    static let contract: [WebPage] = [
        .get("/contracts/{number}", .permissions([.readContracts]), query: ContractView.query) { visit in
            try await answer(visit, .statement) { nodes in
                nodes.view.note(nodes.words)
                nodes.view.chooser(visit)
                nodes.actions
                nodes.flags
                nodes.headline
                nodes.nextPayment
                element("h2") { nodes.words.statementHead }
                nodes.schedule
                nodes.timeLine
                nodes.installments
                nodes.assessments
                nodes.requests
                nodes.documents
                nodes.amendments
            }
        },
        .get("/contracts/{number}/terms", .permissions([.readContracts]), query: ContractView.query) { visit in
            try await answer(visit, .terms) { nodes in
                nodes.view.note(nodes.words)
                element("p") { nodes.words.termsIntroduction }
                nodes.clauses
                nodes.amendments
            }
        },
    ]

    private static func answer(
        _ visit: Visit, _ tab: ContractNodes.Tab, @Content _ content: (ContractNodes) -> Node
    ) async throws -> Answer {
        let view = try ContractView(visit)
        guard !view.form.isFaulty else { return choosing(view, visit, .unprocessableContent) }
        do {
            let sheet = try await visit.workspace.contractSheet(
                of: view.number, asOf: view.asOf, knownAt: view.knownAt, by: try visit.caller())
            let nodes = ContractNodes(sheet: sheet, view: view, visit: visit)
            return visit.page("\(nodes.terms.number) \(nodes.terms.title)", .contracts) {
                nodes.head(tab)
                content(nodes)
            }
        } catch OperationError.notKnownThen {
            return choosing(view, visit, .notFound, visit.words.notKnownThen)
        }
    }

    /// The chooser alone, where there is nothing to be seen of the day and moment that were asked for.
    private static func choosing(
        _ view: ContractView, _ visit: Visit, _ status: HTTPResponse.Status, _ reason: String? = nil
    ) -> Answer {
        visit.page(view.number, .contracts, status: status) {
            element("h1") { view.number }
            if let reason { element("p", .class("warning")) { reason } }
            view.chooser(visit)
            element("p") { element("a", .href(view.plainPath())) { visit.words.backToToday } }
        }
    }
}
