package import HTTPTypes
package import NIOCore
package import Operations
package import Values

/// A request on its way to its handler: decoded, with nothing left of HTTP that a handler would have to look at.
package struct Call: Sendable {
    package let server: ServerContext
    /// The values of the path's parameters, in their order.
    package let path: [String]
    package let rawQuery: Substring?
    /// The names that the query may have.
    package let queryNames: Set<String>
    package let head: HTTPRequest
    /// Empty unless the endpoint takes it whole.
    package let body: ByteBuffer
    /// The bytes of an endpoint that reads them as they come.
    package let stream: BoundedBody?
    package let language: Language
    package let credentials: Credentials
    /// Nil where nobody calls whom we could know.
    package let identity: Caller?
    /// Where it comes from.
    package let address: String
    package let isLocal: Bool

    package var workspace: Workspace { server.workspace }

    /// In whose name the use case runs. There is no default: without credentials it is nobody's, never the console's.
    package func caller() throws(OperationError) -> Caller {
        guard let identity else { throw .notAuthenticated }
        return identity
    }

    /// The values of the query that `read` asks for; throws everything that is wrong with them.
    package func query<Value>(_ read: (inout QueryValues) -> Value) throws(Refusal) -> Value {
        var values = QueryValues(rawQuery, allowed: queryNames)
        let value = read(&values)
        try values.check()
        return value
    }
}
