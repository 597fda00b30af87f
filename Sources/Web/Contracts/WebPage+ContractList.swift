internal import HTML
internal import Operations
internal import Payables
internal import Serving
internal import Storage
internal import Values

extension WebPage {
    /// The list of contracts.
    static let contractList: [WebPage] = [
        .get("/contracts", .permissions([.readContracts]), query: ["q", "status", "supplier", "limit", "cursor"]) {
            visit in
            let (filter, page) = try visit.call.query { query in
                let status: InstallmentStatement.Status? = query.choice("status")
                return (
                    ContractFilter(
                        text: query.text("q").nonEmpty, status: status?.rawValue,
                        supplier: query.text("supplier").nonEmpty),
                    query.page()
                )
            }
            let contracts = try await visit.workspace.contracts(
                filter, after: try page.keys(1)?.first ?? "", limit: page.limit, by: try visit.caller())
            return visit.page(visit.words.name(of: .contracts), .contracts) {
                element("h1") { visit.words.name(of: .contracts) }
                contractTable(contracts, visit.words)
                nextPage(visit, page, contracts.count) { contracts.last.map { [$0.number] } }
            }
        }
    ]

    private static func contractTable(_ contracts: [ListedContract], _ words: Words) -> Node {
        guard !contracts.isEmpty else { return element("p") { words.nothingHere } }
        return dataTable(caption: words.name(of: .contracts)) {
            headRow((words.choose("合同", "Contract"), false), (words.choose("未付", "Outstanding"), true))
            element("tbody") {
                for contract in contracts {
                    element("tr") {
                        element("th", .scope("row")) {
                            element("a", .href("/contracts/" + percentEncoded(contract.number))) { contract.title }
                        }
                        element("td", .class("sum")) { words.money(contract.outstanding) }
                    }
                }
            }
        }
    }
}
