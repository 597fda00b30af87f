import Values

@testable import Operations
@testable import Passwords

/// What an authenticator app does.
struct Authenticator {
    let secret: OneTimeSecret

    /// Takes the secret as a person types it.
    init(base32 text: String) {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bits = text.compactMap { alphabet.firstIndex(of: $0) }.flatMap { value in
            (0..<5).map { value >> (4 - $0) & 1 }
        }
        secret = OneTimeSecret(
            bytes: stride(from: 0, to: bits.count - 7, by: 8).map { start in
                UInt8(bits[start..<start + 8].reduce(0) { $0 << 1 | $1 })
            })
    }

    /// The code of a moment, or of some half minutes after it.
    func code(_ now: Instant, later steps: Int64 = 0) -> String {
        secret.code(step: now.microseconds / 30_000_000 + steps)
    }

    /// A code that is none of those around a moment.
    func wrong(_ now: Instant) -> String {
        let near = (-3...3).map { code(now, later: Int64($0)) }
        return ["000000", "111111", "222222", "333333", "444444", "555555", "666666", "777777"].first {
            !near.contains($0)
        } ?? ""
    }
}

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
