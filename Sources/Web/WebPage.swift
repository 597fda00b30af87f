internal import HTTPTypes
internal import Operations
internal import Serving

/// One page, or one form that is sent, as data: the door and the tables of who may do what are made from it.
struct WebPage: Sendable {
    let method: HTTPRequest.Method
    let path: PathTemplate
    /// Who may open it. The use cases decide; this says who finds a link to it, and tests compare.
    let access: Access
    /// The names that its query may have.
    var query: Set<String> = []
    var body = Body.none
    let handler: @Sendable (Visit) async throws -> Answer

    /// Who may open a page.
    enum Access: Equatable, Sendable {
        case anybody
        case signedIn
        /// Whoever has one of them.
        case permissions(Set<Permission>)
    }

    /// What a request carries.
    enum Body: Sendable {
        case none
        /// The fields of a form.
        case form
        /// The fields of a form with files in them, so many bytes in all.
        case upload(most: Int)
    }

    /// Shown in a browser.
    static func get(
        _ path: PathTemplate, _ access: Access, query: Set<String> = [],
        _ handler: @escaping @Sendable (Visit) async throws -> Answer
    ) -> WebPage {
        WebPage(method: .get, path: path, access: access, query: query, handler: handler)
    }

    /// A form that was sent.
    static func post(
        _ path: PathTemplate, _ access: Access, body: Body = .form,
        _ handler: @escaping @Sendable (Visit) async throws -> Answer
    ) -> WebPage {
        WebPage(method: .post, path: path, access: access, body: body, handler: handler)
    }

    /// The page as the server needs it.
    var endpoint: Endpoint {
        Endpoint(
            method: method, path: path, isForAnybody: access == .anybody, queryNames: query, body: body.wanted,
            mediaType: nil
        ) { call in
            // Who is logged in finds the name at the top of every page; pages for anybody do not ask.
            let actor = access == .anybody ? nil : try await call.workspace.actor(of: try call.caller())
            if let actor, !access.admits(actor) {
                guard case .permissions(let wanted) = access, let first = wanted.min(by: { $0.rawValue < $1.rawValue })
                else { throw Refusal.unknownPath }
                throw OperationError.forbidden(first)
            }
            return try await handler(try Visit(call, actor, body))
        }
    }
}

extension WebPage.Access {
    func admits(_ actor: Actor) -> Bool {
        switch self {
        case .anybody, .signedIn: true
        case .permissions(let wanted): wanted.contains(where: actor.may)
        }
    }
}

extension WebPage.Body {
    /// A form has many fields, each of them short; a registration is the longest.
    private static let mostOfForm = 1 << 20

    fileprivate var wanted: Endpoint.Body {
        switch self {
        case .none: .none
        case .form: .whole(types: ["application/x-www-form-urlencoded"], most: Self.mostOfForm)
        case .upload(let most): .whole(types: ["multipart/form-data"], most: most)
        }
    }
}
