internal import Contracts
package import JSON
package import Operations

/// Everything by which this door answers with a problem document (RFC 9457).
package enum Refusal: Error, Equatable, Sendable {
    /// A use case failed.
    case operation(OperationError)
    /// The body is no JSON.
    case malformedJSON(JSONError)
    /// Query parameters or header fields that are unknown, twice there or wrong; all of them.
    case parameters([ParameterProblem])
    case unknownPath
    case methodNotAllowed(allowed: String)
    case notAcceptable
    case unsupportedMediaType(wanted: [String])
    case bodyTooLarge(most: Int)
    /// A request by cookie that another site could have sent.
    case crossSite
    /// The bytes are no HTTP/1.1, or end too early.
    case malformedRequest
    case headTooLarge
    /// The request did not arrive in time.
    case requestTimedOut
    /// The database is away or not of this program's schema.
    case notReady
    /// The keys of the identity provider cannot be read, so nobody can be known by its tokens.
    case identityProviderAway
    /// Nothing that a client could do anything about; the log says what.
    case internalError

    /// What a use case or the connection threw. Unknown errors tell a client nothing.
    package init(_ error: any Error) {
        switch error {
        case let error as Refusal: self = error
        case let error as OperationError: self = .operation(error)
        case let error as Problems: self = .operation(.invalid(error))
        case is CancellationError: self = .operation(.cancelled)
        default: self = .internalError
        }
    }
}

/// One thing that is wrong with a query parameter or a header field.
package struct ParameterProblem: Equatable, Sendable {
    /// Stable codes, never renamed.
    package enum Code: String, CaseIterable, Sendable {
        case unknown = "unknown-parameter"
        case missing = "missing-parameter"
        case repeated = "repeated-parameter"
        case encoding = "bad-encoding"
        case date = "bad-date"
        case instant = "bad-instant"
        case integer = "bad-integer"
        case choice = "bad-choice"
        case amount = "bad-amount"
        case cursor = "bad-cursor"
        case idempotencyKey = "bad-idempotency-key"
        case entityTag = "bad-entity-tag"
    }

    package let name: String
    package let code: Code
    /// What was wanted, for the sentence.
    package var detail = ""

    /// As the members say.
    package init(name: String, code: Code, detail: String = "") {
        self.name = name
        self.code = code
        self.detail = detail
    }
}
