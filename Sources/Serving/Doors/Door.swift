package import HTTPTypes
package import Values

/// A way into the program by HTTP: the calls it answers, and how it says no.
public struct Door: Sendable {
    package let endpoints: [Endpoint]
    /// Whether paths that no door has an endpoint for are refused by this one.
    package let owns: @Sendable (_ path: String) -> Bool
    /// The language that whoever calls wants to read.
    package let language: @Sendable (HTTPFields) -> Language
    package let refuse: @Sendable (RefusedCall) -> Answer

    /// As the members say.
    package init(
        endpoints: [Endpoint], owns: @escaping @Sendable (_ path: String) -> Bool,
        language: @escaping @Sendable (HTTPFields) -> Language,
        refuse: @escaping @Sendable (RefusedCall) -> Answer
    ) {
        self.endpoints = endpoints
        self.owns = owns
        self.language = language
        self.refuse = refuse
    }
}

/// A request that is refused, with what the answer to it may tell.
package struct RefusedCall: Sendable {
    package let refusal: Refusal
    package let head: HTTPRequest
    package let language: Language
    /// Whether credentials were presented, also what can be none.
    package let hasCredentials: Bool
    /// For Retry-After.
    package let now: Instant
}
