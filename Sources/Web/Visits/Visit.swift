internal import HTTPTypes
internal import NIOCore
internal import Operations
internal import Serving
internal import Values

/// Somebody opening a page or sending a form.
struct Visit: Sendable {
    let call: Call
    /// Who is logged in; nil on pages for anybody.
    let actor: Actor?
    /// The fields of the form that was sent; empty where none was.
    let form: FormData

    init(_ call: Call, _ actor: Actor?, _ body: WebPage.Body) throws(Refusal) {
        self.call = call
        self.actor = actor
        let bytes = Array(call.body.readableBytesView)
        switch body {
        case .none: form = FormData()
        case .form: form = try FormData(urlEncoded: bytes)
        case .upload: form = try FormData(multipart: bytes, type: call.head.headerFields[.contentType] ?? "")
        }
    }

    var workspace: Workspace { call.workspace }
    var language: Language { call.language }
    /// The words of the pages in the visitor's language.
    var words: Words { Words(language: language) }
    /// The values of the path's parameters, in their order.
    var path: [String] { call.path }
    /// Where the page is: its path and query as they were called.
    var address: String { call.head.path ?? "/" }
    /// Today in China.
    var today: CalendarDay { call.workspace.now.dayInChina ?? .first }

    func caller() throws(OperationError) -> Caller { try call.caller() }

    /// Whether a role of the visitor permits it.
    func may(_ permission: Permission) -> Bool { actor?.may(permission) ?? false }
}
