internal import Contracts
internal import HTML
internal import Operations
internal import Payables
internal import Values

/// What the pages of one contract are made of.
struct ContractNodes {
    let sheet: ContractSheet
    let view: ContractView
    let visit: Visit

    var words: Words { visit.words }
    var statement: Statement { sheet.statement }
    var terms: Contract { sheet.statement.terms }

    /// Whether the visitor may record what the permission is for, of this contract and as it is now.
    func may(_ permission: Permission) -> Bool { sheet.isOwn && view.isCurrent && visit.may(permission) }

    /// The tabs of the contract's pages, which keep the day and the moment.
    enum Tab: CaseIterable { case statement, terms, history }

    /// Title, parties and tabs: what stands above every page of the contract.
    func head(_ tab: Tab) -> Node {
        group {
            element("h1") { terms.title }
            element("dl", .class("facts")) {
                for (name, value) in [
                    (words.number, terms.number), (words.supplier, terms.supplier), (words.buyer, terms.buyer),
                    (words.signedOn, words.text(of: terms.signedOn)),
                ] {
                    element("dt") { name }
                    element("dd") { value }
                }
            }
            element("nav", .aria("label", words.pagesOfContract)) {
                element("ul", .class("tabs")) {
                    for other in Tab.allCases {
                        element("li") {
                            element(
                                "a", .href(view.path(path(of: other))), other == tab ? .aria("current", "page") : nil
                            ) { words.name(of: other) }
                        }
                    }
                }
            }
        }
    }

    private func path(of tab: Tab) -> String {
        switch tab {
        case .statement: ""
        case .terms: "/terms"
        case .history: "/history"
        }
    }
}

extension ContractNodes {
    /// Title and a way back, above a form of the contract.
    func formHead(_ title: String) -> Node {
        group {
            element("p", .class("small")) {
                element("a", .href(view.plainPath())) { words.backTo("\(terms.number) \(terms.title)") }
            }
            element("h1") { title }
        }
    }
}
