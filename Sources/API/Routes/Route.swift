internal import HTTPTypes
internal import Operations
internal import Serving

/// One call of the interface as data: the router, the description at /openapi.json and the tables of who may do what
/// are all made from it, so nothing is undocumented.
struct Route: Sendable {
    let method: HTTPRequest.Method
    /// Such as `/api/v1/accounts/{name}/roles`.
    let path: PathTemplate
    /// One line for people.
    let summary: String
    let tag: Tag
    let access: Access
    /// Those of the path, the query and the headers.
    var parameters: [Parameter] = []
    var body = Body.none
    /// What it answers when all went well.
    let answers: [Success]
    /// Refusals of its own, beside those that follow from the rest of the route.
    var refusals: Set<Refusal.Kind> = []
    let handler: @Sendable (Call) async throws -> Answer

    /// Groups the calls in the description.
    enum Tag: String, CaseIterable, Sendable {
        case session, contracts, requests, documents, suppliers, audit, administration, operation
    }

    /// Who may call. The use case decides; this is what the documents say and tests compare.
    enum Access: Equatable, Sendable {
        case anybody
        case signedIn
        case permission(Permission)
    }

    /// What a request carries.
    enum Body: Sendable {
        case none
        /// JSON, at most as long as the configuration says.
        case json(Schema)
        /// Bytes that the handler reads as they come, of these media types and this length at most.
        case stream(types: [String], most: Int)
    }

    /// A status of success and what comes with it.
    struct Success: Sendable {
        let status: HTTPResponse.Status
        let description: String
        var content: Content?
        var fields: [HTTPField.Name] = []

        /// Fields that come only with some answers: of a page that is not the last, of an answer given again.
        static let occasional: Set<HTTPField.Name> = [.link, .idempotentReplayed]
    }

    /// The body of an answer.
    enum Content: Sendable {
        case json(Schema)
        case text(mediaType: String)
        /// Bytes of one of these types, which the answer names.
        case files([String])
    }
}

extension Route {
    /// Every refusal that the call may be answered with: those of the door for its kind of call, and its own.
    var allRefusals: Set<Refusal.Kind> {
        var kinds: Set<Refusal.Kind> = [.badRequest, .notAcceptable, .failed, .unavailable, .timedOut]
        if access != .anybody { kinds.insert(.unauthenticated) }
        // A segment that cannot be decoded belongs to no path.
        if !path.parameters.isEmpty { kinds.insert(.notFound) }
        if method.isUnsafe || access != .anybody { kinds.insert(.forbidden) }
        switch body {
        case .none: break
        case .json: kinds.formUnion([.tooLarge, .unsupportedMediaType, .invalid])
        case .stream: kinds.formUnion([.tooLarge, .unsupportedMediaType])
        }
        return kinds.union(refusals)
    }

    /// Whether the answers to the call have this status.
    func documents(_ status: HTTPResponse.Status) -> Bool {
        answers.contains { $0.status.code == status.code } || allRefusals.contains { $0.status.code == status.code }
    }
}
