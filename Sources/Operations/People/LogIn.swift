public import Passwords
internal import Postgres
internal import Storage
public import Values

/// An opened session.
public struct LogIn: Equatable, Sendable {
    /// The bearer's secret; only its hash is stored.
    public let token: String
    public let expiresAt: Instant
    /// The account's name as entered.
    public let name: String
}

extension Workspace {
    /// Opens a session for a name and its password. A wrong password, an unknown name and a disabled account are one
    /// answer, ``OperationError/logInFailed``, after the same work. Repeated failures, counted by name and by the
    /// address that the door tells, are ``OperationError/tooManyAttempts(until:)``, whatever the password.
    public func logIn(
        _ name: String, password: Password, from address: String
    ) async throws(OperationError) -> LogIn {
        let attempt = Attempt(
            name: LoginLimits.name(name), address: address.storable(LoginLimits.longest),
            now: effects.now().microseconds)
        return try await mappingErrors {
            let credentials = try await charge(attempt)
            let isRight = try await passwords.verify(password, against: credentials?.passwordHash)
            guard let credentials, isRight else {
                try await database.log(
                    attempt.refusal(credentials, credentials == nil ? "unknown-name" : "wrong-password"))
                throw OperationError.logInFailed
            }
            let token = SecretToken.random(.session)
            guard !credentials.isDisabled, try await open(token, for: credentials, attempt) else {
                try await database.log(attempt.refusal(credentials, "disabled"))
                throw OperationError.logInFailed
            }
            try await rehash(password, credentials)
            return LogIn(token: token.text, expiresAt: Instant(microseconds: attempt.end), name: credentials.name)
        }
    }

    /// Counts the attempt before its password is looked at, and reads what it is compared with.
    private func charge(_ attempt: Attempt) async throws -> Credentials? {
        let (blocked, credentials) = try await database.withTransaction { session -> (Int64?, Credentials?) in
            if let end = try await session.chargeAttempt(attempt.address, LoginLimits.address, at: attempt.now) {
                return (end, nil)
            }
            if let end = try await session.chargeAttempt(attempt.name, LoginLimits.account, at: attempt.now) {
                return (end, nil)
            }
            let credentials = try await session.credentials(of: attempt.name)
            try await session.forgetOldAttempts(at: attempt.now)
            return (nil, credentials)
        }
        if let blocked { throw OperationError.tooManyAttempts(until: Instant(microseconds: blocked)) }
        return credentials
    }

    private func open(_ token: SecretToken, for credentials: Credentials, _ attempt: Attempt) async throws -> Bool {
        try await database.withTransaction { session in
            let isOpen = try await session.openSession(
                token.hash, of: credentials.account, passwordHash: credentials.passwordHash, at: attempt.now,
                until: attempt.end)
            guard isOpen else { return false }
            // In the order of charging, so that no two wait for each other.
            try await session.refundAttempt(attempt.address, LoginLimits.address, at: attempt.now)
            try await session.forgetAttempts(attempt.name, LoginLimits.account)
            return true
        }
    }

    /// Hashes the password anew where the old hash was cheaper than new ones.
    private func rehash(_ password: Password, _ credentials: Credentials) async throws {
        guard passwords.needsRehash(credentials.passwordHash) else { return }
        let hash = try await passwords.hash(password)
        try await database.withTransaction { session in
            try await session.replacePasswordHash(credentials.passwordHash, by: hash, of: credentials.account)
        }
    }
}

/// A log-in that is tried.
private struct Attempt {
    let name: String
    let address: String
    let now: Int64

    /// When the session would end.
    var end: Int64 { now + LoginLimits.session }

    /// For the access log. A name that no account has is not written down: it may be a password in the wrong field.
    func refusal(_ credentials: Credentials?, _ reason: String) -> AccessEntry {
        AccessEntry(
            at: now, account: credentials?.account, actor: credentials?.name ?? "", address: address,
            action: Act.logIn.rawValue, subject: "", detail: reason, isDone: false)
    }
}
