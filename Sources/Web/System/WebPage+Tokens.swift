internal import HTML
internal import Operations
internal import Serving
internal import Values

extension WebPage {
    /// Tokens by which programs act as an account.
    static let tokens: [WebPage] = [
        .get("/system/tokens", SystemPlace.tokens.access, query: ["account", "limit", "cursor"]) { visit in
            let words = visit.words
            let form = visit.asked([Field(name: "account", label: words.system.account)])
            let (account, page) = try visit.call.query { ($0.text("account").nonEmpty, $0.page()) }
            let below = try page.keys(1).map { keys throws(Refusal) in
                guard let id = Int64(keys[0]) else { throw Page.foreignCursor }
                return id
            }
            let tokens = try await visit.workspace.tokens(
                of: account, below: below ?? .max, limit: page.limit, by: try visit.caller())
            return systemPage(visit, .tokens) {
                element("p") { words.system.tokensLead }
                form.filtering(at: visit.place, in: words)
                element("p") {
                    element("a", .class("button primary"), .href("/system/tokens/new")) { words.system.issueToken }
                }
                tokenTable(tokens, visit.workspace.now, words)
                nextPage(visit, page, tokens.count) { tokens.last.map { [String($0.id)] } }
            }
        },
        .get("/system/tokens/new", SystemPlace.tokens.access) { visit in
            newTokenPage(visit, FilledForm(tokenFields(visit.words.system)))
        },
        .post("/system/tokens/new", SystemPlace.tokens.access) { try await issueToken($0) },
        .get("/system/tokens/{id}/revoke", SystemPlace.tokens.access) { visit in
            let words = visit.words
            let token = try await visit.workspace.token(try tokenID(visit), by: try visit.caller())
            let asked = AskedOnce(
                title: words.system.revokeToken(token.id), effect: words.system.revokeMeans(token),
                button: words.system.revoke, action: "/system/tokens/\(token.id)/revoke",
                back: SystemPlace.tokens.path)
            return systemPage(visit, .tokens, title: asked.title) { asked.node(in: words) }
        },
        .post("/system/tokens/{id}/revoke", SystemPlace.tokens.access) { visit in
            let id = try tokenID(visit)
            try await visit.workspace.revokeToken(id, by: try visit.caller())
            return .seeOther(SystemPlace.tokens.path, notice: visit.words.system.tokenRevoked(id))
        },
    ]

    private static func tokenID(_ visit: Visit) throws -> Int64 {
        guard let id = Int64(visit.path[0]) else { throw OperationError.account(.unknownToken) }
        return id
    }

    private static func tokenFields(_ words: SystemWords) -> [Field] {
        [
            Field(name: "/account", label: words.account, isRequired: true),
            Field(name: "/label", label: words.tokenLabel, hint: words.tokenLabelHint, isRequired: true),
            Field(name: "/days", label: words.tokenDays, kind: .wholeNumber, isRequired: true, standard: "90"),
        ]
    }

    private static func issueToken(_ visit: Visit) async throws -> Answer {
        let words = visit.words
        var form = FilledForm(tokenFields(words.system), visit.form)
        form.check(in: visit.language)
        guard !form.isFaulty else { return newTokenPage(visit, form) }
        do throws(OperationError) {
            // What is no whole number is refused as one that is out of range.
            let token = try await visit.workspace.issueToken(
                for: form["/account"] ?? "", label: form["/label"] ?? "",
                days: form["/days"].flatMap { Int($0) } ?? 0, requestKey: form.key, by: try visit.caller())
            return systemPage(visit, .tokens, title: words.system.tokenIssued) {
                element("p", .class("warning")) { words.system.tokenOnce }
                element("h2") { words.system.tokenText }
                copyable(token.text, words)
                element("dl", .class("facts")) {
                    fact(words.system.account) { form["/account"] ?? "" }
                    fact(words.system.tokenLabel) { form["/label"] ?? "" }
                    fact(words.system.expiresAt) { words.moment(token.expiresAt) }
                }
                element("p") {
                    element("a", .class("button"), .href(SystemPlace.tokens.path)) { words.system.toTokens }
                }
            }
        } catch {
            form.note(error, in: visit.language)
            return newTokenPage(visit, form)
        }
    }

    private static func newTokenPage(_ visit: Visit, _ form: FilledForm) -> Answer {
        let words = visit.words
        return systemPage(visit, .tokens, title: words.system.issueToken, status: form.status) {
            element("p") { words.system.tokensLead }
            form.node(action: "/system/tokens/new", in: words) {
                element("button", .class("primary")) { words.system.issueToken }
                element("a", .href(SystemPlace.tokens.path)) { words.back }
            }
        }
    }

    private static func tokenTable(_ tokens: [ListedToken], _ now: Instant, _ words: Words) -> Node {
        let system = words.system
        guard !tokens.isEmpty else { return element("p") { words.nothingHere } }
        return dataTable(caption: system.name(of: .tokens)) {
            headRow(
                (system.tokenNumber, true), (system.tokenLabel, false), (system.account, false),
                (system.issuedAt, false), (system.expiresAt, false), (system.lastUsed, false), (system.status, false),
                (system.actions, false))
            element("tbody") {
                for token in tokens {
                    let state: (name: String, look: String) =
                        token.revokedAt != nil
                        ? (system.revoked, "rejected")
                        : token.expiresAt <= now ? (system.expired, "stale") : (system.valid, "settled")
                    element("tr") {
                        element("td", .class("sum")) { String(token.id) }
                        element("th", .scope("row")) { token.label }
                        element("td") { token.account }
                        element("td") { words.moment(token.createdAt) }
                        element("td") { words.moment(token.expiresAt) }
                        element("td") { words.day(token.lastUsedOn) }
                        element("td") { element("span", .class("status \(state.look)")) { state.name } }
                        element("td") {
                            if token.revokedAt == nil {
                                element(
                                    "a", .href("/system/tokens/\(token.id)/revoke"),
                                    .aria("label", system.revokeToken(token.id))
                                ) { system.revoke }
                            }
                        }
                    }
                }
            }
        }
    }
}
