internal import HTML
internal import HTTPTypes
internal import Operations
internal import Passwords
internal import Serving
internal import Values

extension WebPage {
    /// Logging in and out, the choice of a language, what the script asks for.
    static let session: [WebPage] = [
        .get("/login", .anybody, query: ["back"]) { visit in
            let back = try visit.call.query { $0.text("back") }
            return logIn(visit, FilledForm(logInFields(visit.words, back: back ?? "/", asksForCode: false)))
        },
        .post("/login", .anybody) { try await logIn($0) },
        .post("/logout", .anybody) { visit in
            if let token = visit.call.credentials.token { try await visit.workspace.logOut(token.text) }
            return Answer.seeOther("/login").with(.setCookie, visit.call.server.cookie.removing)
        },
        .get("/language", .anybody, query: ["to", "back"]) { visit in
            let (language, back) = try visit.call.query { ($0.text("to"), $0.text("back")) }
            let chosen = language.flatMap(Language.init(rawValue:)) ?? .chinese
            let cookie = "\(PageLanguage.cookie)=\(chosen.rawValue); Path=/; SameSite=Lax; HttpOnly; Max-Age=31536000"
            return Answer.seeOther(ownPath(back)).with(.setCookie, cookie)
        },
        .get("/capitals", .signedIn, query: ["amount"]) { visit in
            let amount = try visit.call.query { $0.text("amount") }
            var answer = Answer(status: .ok, form: .text)
            answer.body = .bytes(Array((amount.flatMap(Money.init(typed:))?.inCapitals ?? "").utf8))
            return answer
        },
    ]

    private static func logInFields(_ words: Words, back: String, asksForCode: Bool) -> [Field] {
        var fields = [
            Field(name: "name", label: words.accountName, isRequired: true, autocomplete: "username"),
            Field(name: "password", label: words.password, kind: .password, isRequired: true),
            Field(name: "back", label: "", kind: .hidden, standard: back),
        ]
        if asksForCode { fields.append(Field(name: "code", label: words.code, kind: .code, isRequired: true)) }
        return fields
    }

    private static func logIn(_ visit: Visit) async throws -> Answer {
        let hadCode = visit.form.fields.contains { $0.name == "code" }
        var form = FilledForm(logInFields(visit.words, back: "/", asksForCode: hadCode), visit.form)
        form.check(in: visit.language)
        guard !form.isFaulty else { return logIn(visit, form) }
        do {
            let session = try await visit.workspace.logIn(
                form["name"] ?? "", password: Password(form["password"] ?? ""), code: form["code"],
                from: visit.call.address)
            return Answer.seeOther(ownPath(form["back"])).with(
                .setCookie, visit.call.server.cookie.setting(session.token))
        } catch {
            let refusal = Refusal(error)
            if case .operation(.secondFactorRequired) = refusal, !hadCode {
                form = FilledForm(logInFields(visit.words, back: "/", asksForCode: true), visit.form)
            }
            form.note(refusal, in: visit.language)
            return logIn(visit, form, status: refusal.kind.status)
        }
    }

    private static func logIn(_ visit: Visit, _ form: FilledForm, status: HTTPResponse.Status = .ok) -> Answer {
        let words = visit.words
        return visit.page(words.logInTitle, status: form.isFaulty && status == .ok ? .unprocessableContent : status) {
            element("div", .class("narrow")) {
                element("h1") { words.logInTitle }
                form.node(action: "/login", in: words) {
                    element("button", .class("primary")) { words.logInTitle }
                }
            }
        }
    }

    /// A path of this site; anything else could lead somebody to another one.
    private static func ownPath(_ path: String?) -> String {
        guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), !path.contains("\\"),
            path.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return "/" }
        return path
    }
}
