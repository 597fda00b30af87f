internal import Contracts
internal import HTTPTypes
internal import JSON
internal import NIOCore
internal import Operations
internal import Passwords
internal import Values

/// A request on its way to its handler: decoded, with nothing left of HTTP that a handler would have to look at.
struct Call: Sendable {
    let service: APIService
    /// The values of the path's parameters, in their order.
    let path: [String]
    let rawQuery: Substring?
    let route: Route
    let head: HTTPRequest
    /// JSON; empty unless the route takes it.
    let body: ByteBuffer
    /// The bytes of a route that reads them as they come.
    let stream: BoundedBody?
    let language: Language
    let credentials: Credentials
    /// Nil where nobody calls whom we could know.
    let identity: Caller?
    /// Where it comes from.
    let address: String
    let isLocal: Bool

    var workspace: Workspace { service.workspace }

    /// In whose name the use case runs. There is no default: without credentials it is nobody's, never the console's.
    func caller() throws(OperationError) -> Caller {
        guard let identity else { throw .notAuthenticated }
        return identity
    }

    /// The values of the query that `read` asks for; throws everything that is wrong with them.
    func query<Value>(_ read: (inout QueryValues) -> Value) throws(Refusal) -> Value {
        var values = QueryValues(rawQuery, allowed: route.parameters)
        let value = read(&values)
        try values.check()
        return value
    }

    /// The members of the body that `read` asks for; throws everything that is wrong with them, unknown ones included.
    func object<Value>(_ read: (inout ObjectReader) -> Value) throws -> Value {
        try object(Array(body.readableBytesView), read)
    }

    /// The same of what is left of the body.
    func object<Value>(_ bytes: [UInt8], _ read: (inout ObjectReader) -> Value) throws -> Value {
        var parser = JSONParser(deepest: service.configuration.limits.jsonDepth)
        let parsed = try bytes.withUnsafeBufferPointer { buffer in
            try parser.parse(buffer) { root throws(Problems) in
                var reader = ObjectReader(root)
                let value = read(&reader)
                try reader.check()
                return value
            }
        }
        switch parsed {
        case .success(let value): return value
        case .failure(let error): throw Refusal.malformedJSON(error)
        }
    }

    /// The body as it came, for use cases that read JSON of their own; it is JSON, and not too deep.
    func json() throws -> [UInt8] {
        var parser = JSONParser(deepest: service.configuration.limits.jsonDepth)
        let bytes = Array(body.readableBytesView)
        if case .failure(let error) = bytes.withUnsafeBufferPointer({ parser.parse($0) { _ in } }) {
            throw Refusal.malformedJSON(error)
        }
        return bytes
    }

    /// The contract's version that the client knows, by If-Match; nil for any. Only one can be the present one.
    func expectedVersion() throws(Refusal) -> Int? {
        guard let versions = try EntityTag.versions(head.headerFields) else { return nil }
        guard versions.count == 1, let version = versions.first else {
            throw .parameters([ParameterProblem(name: "If-Match", code: .entityTag)])
        }
        return version
    }

    /// The same where a repetition would be money: it must be there.
    func requiredIdempotencyKey() throws(Refusal) -> String {
        guard let key = try idempotencyKey() else {
            throw .parameters([ParameterProblem(name: "Idempotency-Key", code: .missing)])
        }
        return key
    }

    /// The key by which this write may be sent twice.
    func idempotencyKey() throws(Refusal) -> String? { try IdempotencyKey.read(head.headerFields) }
}
