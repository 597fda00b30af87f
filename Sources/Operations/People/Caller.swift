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
        case singleSignOn(String, roles: Set<Role>?)
    }

    /// Somebody who reached the database by the machine itself; `Effects.user` names them, and they may do everything.
    public static let console = Caller(identity: .console, address: "", name: nil)

    /// An account by its id.
    public static func account(_ id: Int64, from address: String = "") -> Caller {
        Caller(identity: .account(id), address: address, name: nil)
    }

    /// Whom an identity provider calls by an account's name; the roles it gives them for this call, or nil where the
    /// account's own count.
    public static func singleSignOn(
        _ account: String, roles: Set<Role>? = nil, from address: String, telling name: CallerName? = nil
    ) -> Caller {
        Caller(identity: .singleSignOn(account, roles: roles), address: address, name: name)
    }

    /// Whoever presents the token of a session or of a program; `name` is told whose it is.
    public static func token(
        _ token: SecretToken, from address: String, telling name: CallerName? = nil
    ) -> Caller {
        Caller(identity: .token(token), address: address, name: name)
    }
}

extension Caller {
    /// Whether a human being is behind it: neither the console nor a program with a token of its own.
    var isPerson: Bool {
        switch identity {
        case .console: false
        case .token(let token): token.kind == .session
        case .account, .singleSignOn: true
        }
    }

    /// The hash of the session that calls; nil for anybody else.
    var sessionHash: [UInt8]? {
        guard case .token(let token) = identity, token.kind == .session else { return nil }
        return token.hash
    }
}
