internal import HTML
internal import Operations

/// The way between the lists about payments.
enum PaymentTab: CaseIterable {
    case requests, available, suppliers

    private var path: String {
        switch self {
        case .requests: PaymentPlace.list
        case .available: PaymentPlace.available
        case .suppliers: PaymentPlace.suppliers
        }
    }

    private func name(in words: PaymentWords) -> String {
        switch self {
        case .requests: words.requests
        case .available: words.available
        case .suppliers: words.supplierAccounts
        }
    }

    /// All of them; this one is where the visitor is.
    func node(in words: PaymentWords) -> Node {
        element("nav", .aria("label", words.tabs)) {
            element("ul", .class("tabs")) {
                for tab in Self.allCases {
                    element("li") {
                        element("a", .href(tab.path), tab == self ? .aria("current", "page") : nil) {
                            tab.name(in: words)
                        }
                    }
                }
            }
        }
    }
}
