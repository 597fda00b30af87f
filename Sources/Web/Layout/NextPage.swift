internal import HTML
internal import Serving

/// The link to the rest of a list; nothing where this was all of it. `keys` are those of the last row.
func nextPage(_ visit: Visit, _ page: Page, _ count: Int, _ keys: () -> [String]?) -> Node {
    guard count == page.limit, let keys = keys() else { return .empty }
    var pairs = QueryValues.pairs(visit.call.rawQuery).filter { $0.name != "cursor" }
    pairs.append(("cursor", Cursor(keys: keys).text))
    let query = pairs.map { percentEncoded($0.name) + "=" + percentEncoded($0.value) }.joined(separator: "&")
    return element("p", .class("pages")) {
        element("a", .class("button"), Attribute("rel", "next"), .href("?" + query)) { visit.words.nextPage }
    }
}

extension String? {
    /// Nil also where a field of a form was left empty.
    var nonEmpty: String? { flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed } }
}
