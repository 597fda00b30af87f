internal import HTML
internal import Operations
internal import Payables
internal import Serving
internal import Storage
internal import Values

extension WebPage {
    /// The list of contracts, and the same as a file.
    static let contractList = [listOfContracts, file(.xlsx), file(.csv)]

    private static let listOfContracts = WebPage.get(
        "/contracts", .permissions([.readContracts]), query: ContractSearch.query.union(["limit", "cursor"])
    ) { visit in
        let search = try ContractSearch(visit)
        let page = try visit.call.query { $0.page() }
        let contracts = try await visit.workspace.contracts(
            search.filter, in: search.order, after: try page.mark(in: search.order), limit: page.limit,
            by: try visit.caller())
        return visit.page(visit.words.name(of: .contracts), .contracts) {
            element("h1") { visit.words.name(of: .contracts) }
            search.node(visit)
            contractTable(contracts, visit)
            nextPage(visit, page, contracts.count) { contracts.last?.mark.keys(in: search.order) }
        }
    }

    private static func file(_ format: ReportFormat) -> WebPage {
        .get(
            PathTemplate(stringLiteral: "/contracts." + format.rawValue), .permissions([.readContracts]),
            query: ContractSearch.query
        ) { visit in
            let search = try ContractSearch(visit)
            var order = ReportOrder(.contracts)
            (order.filter, order.sorting) = (search.filter, search.order)
            return try await .report(order, as: format, visit)
        }
    }
}

/// Which contracts are listed, and in what order.
struct ContractSearch: Sendable {
    let filter: ContractFilter
    let order: ContractOrder
    private let form: FilledForm

    static let query: Set<String> = ["q", "status", "supplier", "sort"]

    /// What the address asks for; fields of the form that were left empty stand for nothing.
    init(_ visit: Visit) throws(Refusal) {
        let names = Self.query.sorted()
        let values = try visit.call.query { query in names.map { query.text($0) } }
        var sent = FormData()
        for (name, value) in zip(names, values) { sent.add(name, value ?? "") }
        let words = visit.words
        let options = InstallmentStatement.Status.allCases.filter { $0 != .settled && $0 != .cancelled }.map {
            Field.Option(value: $0.rawValue, label: $0.name(in: visit.language))
        }
        form = FilledForm(
            [
                Field(name: "q", label: words.searchText),
                Field(name: "supplier", label: words.supplier),
                Field(
                    name: "status", label: words.nextStatus,
                    kind: .choice([Field.Option(value: "", label: words.anyOption)] + options)),
                Field(
                    name: "sort", label: words.sortBy,
                    kind: .choice(
                        ContractOrder.allCases.map {
                            Field.Option(value: $0 == .number ? "" : $0.rawValue, label: words.name(of: $0))
                        })),
            ], sent)
        filter = ContractFilter(
            text: form["q"], status: form["status"].flatMap { InstallmentStatement.Status(rawValue: $0)?.rawValue },
            supplier: form["supplier"])
        order = form["sort"].flatMap(ContractOrder.init) ?? .number
    }

    /// The form, and the list as a file.
    func node(_ visit: Visit) -> Node {
        let words = visit.words
        let query = Self.query.sorted().compactMap { name in form[name].map { "\(name)=\(percentEncoded($0))" } }
            .joined(separator: "&")
        func file(_ format: ReportFormat) -> String {
            "/contracts.\(format.rawValue)" + (query.isEmpty ? "" : "?" + query)
        }
        return group {
            element("form", .class("filters"), Attribute("action", "/contracts"), .role("search")) {
                for field in form.fields { form.node(of: field, in: words) }
                element("button", .class("primary")) { words.search }
                if !query.isEmpty { element("a", .class("button"), .href("/contracts")) { words.showAll } }
            }
            element("ul", .class("actions")) {
                if visit.may(.registerContracts) {
                    element("li") { element("a", .class("button"), .href("/contracts/new")) { words.registerContract } }
                }
                for format in [ReportFormat.xlsx, .csv] {
                    element("li") {
                        element("a", .class("button"), .href(file(format))) { words.exportAs(format.rawValue) }
                    }
                }
            }
        }
    }
}
