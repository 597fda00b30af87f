internal import HTML

/// A table that scrolls in its own frame where the screen is narrow, so that the page itself never does.
func dataTable(caption: String, _ attributes: Attribute..., @Content content: () -> Node) -> Node {
    element("div", .class("scroll"), Attribute("tabindex", "0"), .role("region"), .aria("label", caption)) {
        .element(
            name: "table", attributes: attributes,
            content: group {
                element("caption") { caption }
                content()
            })
    }
}

/// A row of column heads; those of sums stand right.
func headRow(_ heads: (text: String, isSum: Bool)...) -> Node {
    element("thead") {
        element("tr") {
            for head in heads { element("th", .scope("col"), head.isSum ? .class("sum") : nil) { head.text } }
        }
    }
}
