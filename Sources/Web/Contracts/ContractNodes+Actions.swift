internal import Contracts
internal import HTML
internal import Operations
internal import Serving
internal import Values

extension ContractNodes {
    /// What the visitor may do with the contract, and take away of it.
    var actions: Node {
        group {
            let links = recording
            if !links.isEmpty {
                element("ul", .class("actions"), .aria("label", words.actions)) {
                    for link in links {
                        element("li") { element("a", .class("button"), .href(link.path)) { link.label } }
                    }
                }
            }
            element("details", .class("no-print")) {
                element("summary") { words.printAndExport }
                element("ul") {
                    for link in files { element("li") { element("a", .href(link.path)) { link.label } } }
                }
            }
        }
    }

    private var recording: [(label: String, path: String)] {
        let kinds = FactForm.kinds.filter { may($0.permission) && FactForm.isUseful($0, terms) }
        var links: [(label: String, path: String)] = []
        for kind in kinds {
            links.append((words.verb(of: kind), view.plainPath("/facts/new") + "?kind=\(kind.rawValue)"))
        }
        if may(.amendContracts) { links.append((words.amend, view.plainPath("/amend"))) }
        return links
    }

    private var files: [(label: String, path: String)] {
        var links: [(label: String, path: String)] = [(words.printStatement, view.path("/statement.pdf"))]
        for kind in WebPage.offered {
            for format in [ReportFormat.xlsx, .csv] {
                let path = view.path("/reports/\(kind.rawValue)")
                let separator = path.contains("?") ? "&" : "?"
                links.append(
                    (words.export(kind, format.rawValue), path + separator + "format=\(format.rawValue)"))
            }
        }
        if visit.may(.exportEvidence) { links.append((words.exportBundle, view.plainPath("/bundle.zip"))) }
        return links
    }
}
