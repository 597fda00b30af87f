public import Passwords

/// In whose name a use case runs. It carries no rights: they are read with the data or in the transaction of the use
/// case, so that a change of them works at once.
public struct Caller: Equatable, Sendable {
    let identity: Identity
    /// Where the call came from, for the access log; empty for the console.
    let address: String
    /// Told the account's name when it is read.
    let name: CallerName?

    enum Identity: Equatable, Sendable {
        case console
        case account(Int64)
        case token(SecretToken)
    }

    /// Somebody who reached the database by the machine itself; `Effects.user` names them, and they may do everything.
    public static let console = Caller(identity: .console, address: "", name: nil)

    /// An account by its id.
    public static func account(_ id: Int64, from address: String = "") -> Caller {
        Caller(identity: .account(id), address: address, name: nil)
    }

    /// Whoever presents the token of a session or of a program; `name` is told whose it is.
    public static func token(
        _ token: SecretToken, from address: String, telling name: CallerName? = nil
    ) -> Caller {
        Caller(identity: .token(token), address: address, name: name)
    }
}
