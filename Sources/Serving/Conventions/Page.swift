internal import HTTPTypes
internal import JSON
internal import Values

/// Which part of a list is asked for, by the keys of the last row seen (keyset pagination).
package struct Page: Equatable, Sendable {
    package static let limits = 1...200

    package let limit: Int
    /// Nil for the first page.
    package let cursor: Cursor?

    /// The keys of the cursor, so many; nil for the first page. Another number of keys is another list's cursor.
    package func keys(_ count: Int) throws(Refusal) -> [String]? {
        guard let keys = cursor?.keys else { return nil }
        guard keys.count == count, !keys.contains(where: { $0.utf8.contains(0) }) else { throw Self.foreignCursor }
        return keys
    }

    package static let foreignCursor = Refusal.parameters([ParameterProblem(name: "cursor", code: .cursor)])

    /// The field Link (RFC 8288) to the page behind a row with these keys: the path as it was called, the same query.
    package static func link(path: String, query: [(name: String, value: String)], after keys: [String]) -> String {
        var pairs = query.filter { $0.name != "cursor" }
        pairs.append(("cursor", Cursor(keys: keys).text))
        let text = pairs.map { percentEncoded($0.name) + "=" + percentEncoded($0.value) }.joined(separator: "&")
        return "<\(path)?\(text)>; rel=\"next\""
    }
}

/// The keys of a row as a text that clients hand back without looking into it.
package struct Cursor: Equatable, Sendable {
    package let keys: [String]

    /// The cursor behind a row with these keys.
    package init(keys: [String]) { self.keys = keys }

    /// Nil for a text that no list gave. The keys are only compared with, so a made-up cursor shows nothing more.
    package init?(text: String) {
        guard let bytes = Base64.forURLs.bytes(text.utf8) else { return nil }
        var parser = JSONParser(deepest: 2)
        let parsed = bytes.withUnsafeBufferPointer { buffer in
            parser.parse(buffer) { root -> [String]? in
                guard root.kind == .array, root.elements.allSatisfy({ $0.kind == .string }) else { return nil }
                return root.elements.map(\.text)
            }
        }
        guard case .success(let keys?) = parsed, !keys.isEmpty else { return nil }
        self.keys = keys
    }

    /// What clients are given.
    package var text: String {
        var output = TextOutput()
        output.write(strings: keys)
        return Base64.forURLs.text(output.bytes)
    }
}

extension Answer {
    /// The same answer with the Link to the next page where this one is full; `keys` are those of its last row.
    package func linked(_ call: Call, _ page: Page, _ count: Int, _ keys: () -> [String]?) -> Answer {
        guard count == page.limit, let keys = keys() else { return self }
        let path = String((call.head.path ?? "").prefix { $0 != "?" && $0 != "#" })
        return with(.link, Page.link(path: path, query: QueryValues.pairs(call.rawQuery), after: keys))
    }
}
