package import HTTPTypes

/// One call that a door answers, as the server needs it.
package struct Endpoint: Sendable {
    package let method: HTTPRequest.Method
    package let path: PathTemplate
    /// Whether nobody has to be known to call it.
    package let isForAnybody: Bool
    /// The names that its query may have.
    package let queryNames: Set<String>
    package let body: Body
    /// The media type of what it answers; nil where it answers nothing, or files of several types.
    package let mediaType: String?
    package let handler: @Sendable (Call) async throws -> Answer

    /// What a request carries.
    package enum Body: Sendable {
        case none
        /// Bytes of one of these media types, taken whole: so many at most, or as many as is configured.
        case whole(types: [String], most: Int?)
        /// Bytes that the handler reads as they come, of these media types and this length at most.
        case stream(types: [String], most: Int)
    }

    /// As the members say.
    package init(
        method: HTTPRequest.Method, path: PathTemplate, isForAnybody: Bool, queryNames: Set<String>, body: Body,
        mediaType: String?, handler: @escaping @Sendable (Call) async throws -> Answer
    ) {
        self.method = method
        self.path = path
        self.isForAnybody = isForAnybody
        self.queryNames = queryNames
        self.body = body
        self.mediaType = mediaType
        self.handler = handler
    }
}

extension HTTPRequest.Method {
    /// Whether it may change something (RFC 9110, section 9.2.1).
    package var isUnsafe: Bool { self != .get && self != .head && self != .options }
}
