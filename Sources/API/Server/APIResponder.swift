internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore
internal import Operations
internal import Values

/// Answers every request: finds its route, checks what the conventions ask (api.md, section 4), lets the handler work,
/// turns whatever fails into a problem document, and counts and logs it.
struct APIResponder: HTTPResponder {
    let service: APIService

    func respond(to request: Request, context: ConnectionContext) async -> Response {
        let start = ContinuousClock.now
        service.metrics.begin()
        defer { service.metrics.end() }
        let id = RequestID(request.headers[.requestID])
        let language = Negotiation.language(request.headers[.acceptLanguage])
        let place = service.table.find(request.uri.path)
        let endpoint = place?.resource.endpoint(request.method)
        let credentials = Credentials(request.headers, cookie: service.cookie)
        let name = CallerName()
        var answer: Answer
        do {
            guard let place else { throw Refusal.unknownPath }
            guard let endpoint else { throw Refusal.methodNotAllowed(allowed: place.resource.allowed) }
            answer = try await handle(
                request, endpoint.route, place.values, credentials, language, name, peer: context.peer)
        } catch {
            let refusal = Refusal(orOfConnection: error)
            if refusal.kind == .failed { service.log.failed(error, id) }
            answer = .problem(refusal, in: language, isToken: credentials.isPresented, now: service.workspace.now)
        }
        let spent = (ContinuousClock.now - start).nanoseconds
        let metrics = endpoint?.metrics ?? service.metrics.unmatched
        metrics.record(answer.status, nanoseconds: spent)
        service.log.answered(
            request.method, metrics.route, answer.status, nanoseconds: spent, id, name.value)
        return response(answer, id, isHead: request.method == .head)
    }

    private func handle(
        _ request: Request, _ route: Route, _ values: [String], _ credentials: Credentials, _ language: Language,
        _ name: CallerName, peer: String
    ) async throws -> Answer {
        let fields = request.headers
        let isSecure = service.configuration.isSecure
        try CrossSite.check(request.head, credentials, isSecure: isSecure)
        let address = service.addresses.of(peer: peer, fields)
        let identity =
            route.access == .anybody ? nil : try await service.caller(credentials, from: address, telling: name)
        if let type = route.mediaType, !Negotiation.accepts(fields[.accept], mediaType: type) {
            throw Refusal.notAcceptable
        }
        try QueryValues(request.head.query, allowed: route.parameters).check()
        let (body, stream) = try await RequestBodyReading.read(request, route, service.configuration.limits)
        let call = Call(
            service: service, path: values, rawQuery: request.head.query, route: route, head: request.head, body: body,
            stream: stream, language: language, credentials: credentials, identity: identity, address: address,
            isLocal: ClientAddress.isLocal(peer: peer, fields))
        return try await route.handler(call)
    }

    private func response(_ answer: Answer, _ id: RequestID, isHead: Bool) -> Response {
        var fields = service.fields[answer.form]
        fields.append(HTTPField(name: .requestID, value: id.text))
        for field in answer.fields {
            if field.name == .contentType { fields[.contentType] = nil }
            fields.append(field)
        }
        switch answer.body {
        case .none:
            fields[.contentType] = nil
            // A status without a body has no length either (RFC 9110, section 8.6).
            var response = Response(status: answer.status, headers: fields)
            if answer.status == .noContent { response.headers[.contentLength] = nil }
            return response
        case .bytes(let bytes):
            let response = Response(
                status: answer.status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
            return isHead ? response.createHeadResponse() : response
        case .stream(let write):
            let body = ResponseBody { writer in
                try await write { try await writer.write(ByteBuffer(bytes: $0)) }
                try await writer.finish(nil)
            }
            let response = Response(status: answer.status, headers: fields, body: body)
            return isHead ? response.createHeadResponse() : response
        case .document(let bytes, let count):
            let body = ResponseBody(contentLength: count) { writer in
                for try await piece in bytes { try await writer.write(ByteBuffer(bytes: piece)) }
                try await writer.finish(nil)
            }
            let response = Response(status: answer.status, headers: fields, body: body)
            return isHead ? response.createHeadResponse() : response
        }
    }
}

extension HTTPRequest {
    /// What stands behind the question mark, as it came.
    fileprivate var query: Substring? {
        guard let path, let mark = path.utf8.firstIndex(of: UInt8(ascii: "?")) else { return nil }
        let rest = path[path.utf8.index(after: mark)...]
        return rest.prefix { $0 != "#" }
    }
}

extension Route {
    /// The media type of what it answers; nil where it answers nothing.
    fileprivate var mediaType: String? {
        switch answers.first?.content {
        case .json: "application/json"
        case .text(let mediaType): mediaType
        case .files, nil: nil
        }
    }
}

extension Credentials {
    /// Whether anything was presented, also what can be no token.
    fileprivate var isPresented: Bool {
        if case .none = self { false } else { true }
    }
}

extension Duration {
    fileprivate var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds &* 1_000_000_000 &+ attoseconds / 1_000_000_000
    }
}
