internal import Audit
internal import Contracts
internal import HTML
internal import Operations
internal import Payables
internal import Serving
internal import Values

extension WebPage {
    /// A supplementary agreement beside the terms before it, with the statements before and after.
    static let amendments: [WebPage] = [
        .get("/contracts/{number}/amendments/{amendment}", .permissions([.readContracts])) { visit in
            let words = visit.words
            guard let number = Int(visit.path[1]),
                let amendment = try await visit.workspace.amendment(
                    number, of: visit.path[0], by: try visit.caller())
            else { throw Refusal.unknownPath }
            let view = ContractView(visit.path[0], words)
            let title = words.amendmentTitle(number, amendment.entry.occurredOn)
            return visit.page("\(title) \(view.number)", .contracts) {
                element("p", .class("small")) {
                    element("a", .href(view.plainPath())) { words.backTo("\(view.number) \(amendment.terms.title)") }
                }
                element("h1") { title }
                if amendment.isVoided { element("p", .class("warning")) { words.amendmentVoided } }
                element("p") {
                    element("a", .href(view.path(toEntry: amendment.entry.number))) {
                        words.entry(amendment.entry.number)
                    }
                    words.comma
                    words.moment(amendment.entry.recordedAt)
                    words.comma
                    amendment.entry.recordedBy
                }
                clauseChanges(from: amendment.before.terms, to: amendment.terms, words)
                element("h2") { words.statementsCompared }
                figureChanges(from: amendment.before, to: amendment.after, words)
            }
        }
    ]
}
