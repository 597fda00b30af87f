internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore
internal import Operations
internal import Values

/// Answers every request: finds its endpoint, checks what the conventions ask (api.md, section 4), lets the handler
/// work and the door say no where something fails, and counts and logs it.
struct Responder: HTTPResponder {
    let server: ServerContext

    func respond(to request: Request, context: ConnectionContext) async -> Response {
        let start = ContinuousClock.now
        server.metrics.begin()
        defer { server.metrics.end() }
        let id = RequestID(request.headers[.requestID])
        let path = request.uri.path
        let place = server.table.find(path)
        let door = place?.resource.door ?? server.table.door(owning: path)
        let counted = place?.resource.call(request.method)
        let language = door?.language(request.headers) ?? .chinese
        let credentials = Credentials(request.headers, cookie: server.cookie)
        let name = CallerName()
        var answer: Answer
        do {
            guard let place else { throw Refusal.unknownPath }
            guard let counted else { throw Refusal.methodNotAllowed(allowed: place.resource.allowed) }
            answer = try await handle(
                request, counted.endpoint, place.values, credentials, language, name, peer: context.peer)
        } catch {
            let refusal = Refusal(orOfConnection: error)
            if refusal.kind == .failed { server.log.failed(error, id) }
            let refused = RefusedCall(
                refusal: refusal, head: request.head, language: language, hasCredentials: credentials.isPresented,
                now: server.workspace.now)
            answer = door?.refuse(refused) ?? .problem(refused)
        }
        let spent = (ContinuousClock.now - start).nanoseconds
        let metrics = counted?.metrics ?? server.metrics.unmatched
        metrics.record(answer.status, nanoseconds: spent)
        server.log.answered(request.method, metrics.route, answer.status, nanoseconds: spent, id, name.value)
        return response(answer, id, isHead: request.method == .head)
    }

    private func handle(
        _ request: Request, _ endpoint: Endpoint, _ values: [String], _ credentials: Credentials, _ language: Language,
        _ name: CallerName, peer: String
    ) async throws -> Answer {
        let fields = request.headers
        let configuration = server.configuration
        try CrossSite.check(request.head, credentials, isSecure: configuration.isSecure)
        let address = server.addresses.of(peer: peer, fields)
        let identity =
            endpoint.isForAnybody ? nil : try await server.caller(credentials, from: address, telling: name)
        if let type = endpoint.mediaType, !Negotiation.accepts(fields[.accept], mediaType: type) {
            throw Refusal.notAcceptable
        }
        try QueryValues(request.head.query, allowed: endpoint.queryNames).check()
        let (body, stream) = try await RequestBodyReading.read(request, endpoint.body, configuration.limits)
        let call = Call(
            server: server, path: values, rawQuery: request.head.query, queryNames: endpoint.queryNames,
            head: request.head, body: body, stream: stream, language: language, credentials: credentials,
            identity: identity, address: address, isLocal: ClientAddress.isLocal(peer: peer, fields))
        return try await endpoint.handler(call)
    }

    private func response(_ answer: Answer, _ id: RequestID, isHead: Bool) -> Response {
        var fields = server.fields[answer.form]
        fields.append(HTTPField(name: .requestID, value: id.text))
        for field in answer.fields {
            // What an answer says of itself takes the place of what answers of its form say.
            if field.name == .contentType || field.name == .cacheControl { fields[field.name] = nil }
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
