internal import HTML
internal import Operations
internal import Serving

extension WebPage {
    /// The work desk: what every day begins with.
    static let desk: [WebPage] = [
        .get("/", .signedIn) { visit in
            // Who administers sees no money (api.md, section 1).
            guard visit.may(.readContracts) else { return .seeOther(Section.system.path) }
            let desk = try await visit.workspace.desk(by: try visit.caller())
            return visit.page(visit.words.name(of: .desk), .desk) { DeskNodes(desk: desk, words: visit.words).content }
        }
    ]
}
