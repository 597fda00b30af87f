internal import Audit
internal import HTML
internal import Operations
internal import Serving
internal import Values

extension WebPage {
    /// Everything that was recorded of a contract, the latest first.
    static let contractHistory: [WebPage] = [
        .get(
            "/contracts/{number}/history", .permissions([.readContracts]),
            query: ContractView.query.union(["limit", "cursor"])
        ) { visit in
            let view = try ContractView(visit)
            let page = try visit.call.query { $0.page() }
            let end = try page.keys(1).map { keys throws(Refusal) in
                guard let number = Int(keys[0]) else { throw Page.foreignCursor }
                return number
            }
            let sheet = try await visit.workspace.contractSheet(
                of: view.number, asOf: view.asOf, knownAt: view.knownAt, by: try visit.caller())
            let nodes = ContractNodes(sheet: sheet, view: view, visit: visit)
            let entries = sheet.journal.entries.map(\.entry).filter { $0.number < end ?? .max }.suffix(page.limit)
            let words = visit.words
            return visit.page("\(words.name(of: ContractNodes.Tab.history)) \(view.number)", .contracts) {
                nodes.head(.history)
                nodes.view.note(words)
                nodes.view.chooser(visit)
                if end != nil { element("p") { element("a", .href(view.path("/history"))) { words.fromTheLatest } } }
                nodes.history(Array(entries.reversed()))
                if entries.first?.number != 1 {
                    nextPage(visit, page, entries.count) { entries.first.map { [String($0.number)] } }
                }
            }
        }
    ]
}
