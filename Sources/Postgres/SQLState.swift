/// A five-character error code of PostgreSQL (manual, appendix A), compared and pattern-matched by value.
public struct SQLState: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The five characters, for instance `23505`.
    public let code: String

    /// Wraps a code as the server sent it.
    public init(_ code: String) {
        self.code = code
    }

    /// Allows `error.state == "23505"`.
    public init(stringLiteral code: StaticString) {
        self.code = code.description
    }

    public var description: String { code }

    /// The first two characters: what kind of trouble it is, for instance `23` for any violated constraint.
    public var classCode: Substring { code.prefix(2) }

    /// Whether the whole transaction may be run again as it is: 40001 and 40P01, nothing else.
    public var isRetryable: Bool { self == .serializationFailure || self == .deadlockDetected }
}

extension SQLState {
    public static let uniqueViolation: SQLState = "23505"
    public static let foreignKeyViolation: SQLState = "23503"
    public static let checkViolation: SQLState = "23514"
    public static let notNullViolation: SQLState = "23502"
    public static let exclusionViolation: SQLState = "23P01"
    public static let restrictViolation: SQLState = "23001"
    public static let serializationFailure: SQLState = "40001"
    public static let deadlockDetected: SQLState = "40P01"
    public static let lockNotAvailable: SQLState = "55P03"
    public static let queryCanceled: SQLState = "57014"
    public static let adminShutdown: SQLState = "57P01"
    public static let cannotConnectNow: SQLState = "57P03"
    public static let tooManyConnections: SQLState = "53300"
    public static let diskFull: SQLState = "53100"
    public static let insufficientPrivilege: SQLState = "42501"
    public static let undefinedTable: SQLState = "42P01"
    public static let syntaxError: SQLState = "42601"
    public static let raiseException: SQLState = "P0001"
    public static let featureNotSupported: SQLState = "0A000"
    public static let invalidStatementName: SQLState = "26000"
    public static let invalidPassword: SQLState = "28P01"
    public static let invalidAuthorization: SQLState = "28000"
    public static let undefinedDatabase: SQLState = "3D000"
    public static let inFailedTransaction: SQLState = "25P02"
}
