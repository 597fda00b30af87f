/// What a test breaks on purpose, so that callers can be shown every failure at every statement.
public enum Fault: Sendable, Hashable {
    /// The server really raises this code instead of running the statement.
    case refused(SQLState)
    /// The connection is cut before the statement's message is sent.
    case lostBeforeSending
    /// The connection is cut after the message was sent, before the answer is read.
    case lostAfterSending
}

/// Asked with the running number (from 1) of each statement a database sends, COMMIT, ROLLBACK and COPY
/// included; BEGIN travels with a transaction's first statement and has no number of its own.
public typealias FaultPlan = @Sendable (_ number: Int) -> Fault?
