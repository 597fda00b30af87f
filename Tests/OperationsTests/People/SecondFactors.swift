import IdentitySupport
import Passwords

@testable import Operations

extension People {
    /// A caller by a log-in name's new session.
    func caller(_ name: String, from address: String = "10.0.0.1") async throws -> Caller {
        Caller(token: try await logIn(name, from: address), from: address)
    }

    /// Enrols a second factor for a caller; the clock then goes on by a minute, so that the next code is a new one.
    func enrol(_ caller: Caller, _ test: TestWorkspace) async throws -> Authenticator {
        let confirmation = try await workspace.confirm(.password(Self.password), by: caller)
        let app = Authenticator(base32: try await workspace.beginSecondFactor(confirmation, by: caller).secret)
        try await workspace.completeSecondFactor(app.code(test.now), by: caller)
        test.advance(seconds: 60)
        return app
    }
}

extension Caller {
    /// A caller by the text of a token; nobody for what is none.
    init(token: String, from address: String = "10.0.0.1") {
        self = SecretToken(presented: token).map { .token($0, from: address) } ?? .account(-1)
    }
}
