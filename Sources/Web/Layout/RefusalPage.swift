internal import HTML
internal import HTTPTypes
internal import Operations
internal import Serving
internal import Values

/// The page that says no. Who is not logged in is sent to do so, and comes back afterwards.
enum RefusalPage {
    @Sendable static func answer(_ refused: RefusedCall) -> Answer {
        let words = Words(language: refused.language)
        let refusal = refused.refusal
        if refusal.kind == .unauthenticated, refusal != .operation(.logInFailed) {
            let back = refused.head.method == .get ? refused.head.path ?? "/" : "/"
            return .seeOther(back == "/" ? "/login" : "/login?back=" + percentEncoded(back))
        }
        let title = refusal.kind.title(in: refused.language)
        let layout = Layout(language: refused.language, title: title, address: "/")
        let bytes = layout.page {
            element("h1") { title }
            if let detail = refusal.detail(in: refused.language) { element("p") { detail } }
            for error in refusal.errors(in: refused.language) { element("p") { error.message } }
            element("p") { element("a", .href("/")) { words.name(of: Section.desk) } }
        }
        var answer = Answer(status: refusal.kind.status, form: .page)
        answer.body = .bytes(bytes)
        answer.addFields(of: refused)
        return answer
    }
}
