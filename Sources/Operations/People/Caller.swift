/// In whose name an administrative use case runs.
public enum Caller: Equatable, Sendable {
    /// Somebody who reached the database by the machine itself; `Effects.user` names them.
    case console
    /// An account, whose rights are read again inside of the transaction.
    case account(Int64)
}
