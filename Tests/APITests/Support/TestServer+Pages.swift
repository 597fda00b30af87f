import DossierSupport
import Testing

extension TestServer {
    /// All pages of a list, from the first one on, as their Links lead.
    func pages(
        _ target: String, as token: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws
        -> [RawAnswer]
    {
        var pages: [RawAnswer] = []
        var next: String? = target
        while let target = next, pages.count < 1000 {
            let page = try await call("GET", target, as: token, sourceLocation: sourceLocation)
            #expect(page.status == 200, "\(page.text)", sourceLocation: sourceLocation)
            pages.append(page)
            next = page.nextTarget
        }
        return pages
    }
}

extension RawAnswer {
    /// Where `Link: <…>; rel="next"` leads.
    var nextTarget: String? {
        guard let link = field("Link"), link.hasPrefix("<"), link.hasSuffix(">; rel=\"next\"") else { return nil }
        return String(link.dropFirst().prefix { $0 != ">" })
    }

    /// The body as a value.
    func tree() throws -> JSONTree { try JSONTree(parsing: body) }
}
