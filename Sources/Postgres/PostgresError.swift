/// Everything that can go wrong between a caller and PostgreSQL. Descriptions are fit for a log at info level;
/// server text is reachable only through `debugText`.
public enum PostgresError: Error, Hashable, Sendable {
    /// The server refused; everything sent with it was rolled back. `statement` counts from 0 within the unit,
    /// nil when the refusal came at the implicit commit (a deferred constraint).
    indirect case server(ServerError, statement: Int?)
    /// No connection could be made.
    case connectionFailed(ConnectionFailure)
    /// The connection went away and nothing of the call was committed.
    case connectionLost
    /// The connection, the wait or the synchronous commit ended once a commit was sent: look before trying again.
    case outcomeUnknown(UnknownOutcome)
    /// COMMIT was answered with ROLLBACK, because a statement had failed and its error was ignored.
    case transactionAborted
    /// The Swift task was cancelled; nothing was committed.
    case cancelled
    /// The call's deadline passed; nothing was committed.
    case deadlineExceeded
    /// As many calls wait for a connection as the pool allows.
    case poolQueueFull(limit: Int)
    /// No connection became free in time; `lastFailure` tells why none could be opened, if that was tried.
    case poolTimeout(lastFailure: ConnectionFailure?)
    /// The pool is closed.
    case poolClosed
    /// Two tasks used one session at once, or a session was used after its block had ended.
    case sessionMisused
    /// A parameter that PostgreSQL cannot hold; nothing was sent. Counted from 0.
    case invalidParameter(statement: Int, parameter: Int, ParameterProblem)
    /// The conninfo string or a PG* variable is not understood.
    case invalidSettings
    /// A column was read as something that it is not; `oid` is the server's type.
    case wrongType(column: Int, expected: String, oid: UInt32)
    /// A column that must have a value is NULL.
    case unexpectedNull(column: Int)
    /// The result has no such column.
    case noSuchColumn(Int)
    /// Exactly one row was asked for.
    case wrongRowCount(Int)
    /// The server answered what this call cannot use, such as COPY in a unit.
    case unexpectedReply(String)
}

/// Why nobody knows whether a commit happened.
public enum UnknownOutcome: Hashable, Sendable {
    /// The connection ended before the answer.
    case connectionLost
    /// The answer did not come before the deadline, and the connection was closed.
    case deadlineExceeded
    /// The commit is durable here but perhaps not on the standby: the wait for it was cancelled.
    case synchronousCommitCancelled
}

/// Why a parameter was refused before anything was sent.
public enum ParameterProblem: Hashable, Sendable {
    /// PostgreSQL's text cannot hold U+0000.
    case nullCharacter
    /// More than 65,535 parameters, or more bytes than a message holds.
    case tooLarge
    /// The type has no text form in COPY.
    case notForCopy
}

extension PostgresError {
    /// The server's code, when the server answered at all.
    public var state: SQLState? {
        switch self {
        case .server(let error, _): error.state
        case .connectionFailed(let failure): failure.state
        default: nil
        }
    }

    /// Full text including what the server quoted of the data: for a developer's eyes only, never for logs or clients.
    public var debugText: String {
        switch self {
        case .server(let error, _): "\(self): \(error.debugText)"
        case .connectionFailed(let failure), .poolTimeout(lastFailure: let failure?): "\(self): \(failure.debugText)"
        default: description
        }
    }
}

extension PostgresError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .server(let error, let statement?): "statement \(statement) refused: \(error)"
        case .server(let error, nil): "commit refused: \(error)"
        case .connectionFailed(let failure): "no connection: \(failure)"
        case .connectionLost: "connection lost, nothing committed"
        case .outcomeUnknown(let cause): "outcome of the commit unknown: \(cause)"
        case .transactionAborted: "COMMIT answered with ROLLBACK"
        case .cancelled: "cancelled"
        case .deadlineExceeded: "deadline exceeded"
        case .poolQueueFull(let limit): "\(limit) calls wait for a connection already"
        case .poolTimeout(let failure?): "no connection in time: \(failure)"
        case .poolTimeout(nil): "no connection became free in time"
        case .poolClosed: "pool closed"
        case .sessionMisused: "session used by two tasks at once or after its end"
        case .invalidParameter(let statement, let parameter, let problem):
            "parameter \(parameter) of statement \(statement) refused: \(problem)"
        case .invalidSettings: "connection settings not understood"
        case .wrongType(let column, let expected, let oid): "column \(column) is no \(expected) but of type \(oid)"
        case .unexpectedNull(let column): "column \(column) is NULL"
        case .noSuchColumn(let column): "no column \(column)"
        case .wrongRowCount(let count): "\(count) rows instead of one"
        case .unexpectedReply(let status): "unexpected reply \(status)"
        }
    }
}
