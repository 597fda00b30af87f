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
    /// Opens a session for a name, its password and, where a second factor is enrolled, a code of it. A wrong password,
    /// an unknown name, a disabled account and a wrong code are one answer, ``OperationError/logInFailed``, after the
    /// same work; with the right password but without a code it is ``OperationError/secondFactorRequired``. Repeated
    /// failures, by name or by address, are ``OperationError/tooManyAttempts(until:)``, whatever the proof.
    public func logIn(
        _ name: String, password: Password, code: String? = nil, from address: String
    ) async throws(OperationError) -> LogIn {
        let attempt = Attempt(name: name, address: address, now: effects.now())
        return try await mappingErrors {
            let credentials = try await charge(attempt)
            let isRight = try await passwords.verify(password, against: credentials?.passwordHash)
            guard let credentials, isRight else {
                throw try await refuse(attempt, credentials, credentials == nil ? "unknown-name" : "wrong-password")
            }
            if credentials.isDisabled { throw try await refuse(attempt, credentials, "disabled") }
            let step = try await step(of: code, credentials, attempt)
            let token = SecretToken.random(.session)
            let end = attempt.now + LoginLimits.session
            let session = NewSession(
                tokenHash: token.hash, address: attempt.address, openedAt: attempt.now, expiresAt: end)
            if let reason = try await open(session, for: credentials, step, attempt) {
                throw try await refuse(attempt, credentials, reason)
            }
            try await rehash(password, credentials)
            return LogIn(token: token.text, expiresAt: Instant(microseconds: end), name: credentials.name)
        }
    }

    /// Counts the attempt and reads what it is compared with.
    private func charge(_ attempt: Attempt) async throws -> Credentials? {
        let (end, credentials) = try await database.withTransaction { session -> (Instant?, Credentials?) in
            if let end = try await session.charge(attempt) { return (end, nil) }
            let credentials = try await session.credentials(of: attempt.name)
            try await session.forgetOldAttempts(at: attempt.now)
            return (nil, credentials)
        }
        if let end { throw OperationError.tooManyAttempts(until: end) }
        return credentials
    }

    private func refuse(
        _ attempt: Attempt, _ credentials: Credentials?, _ reason: String
    ) async throws -> OperationError {
        try await database.log(attempt.entry(.logIn, of: credentials, reason, isDone: false))
        return .logInFailed
    }

    /// The step of the code; nil where no second factor is enrolled. Asking for the code takes back the attempt that
    /// was counted for the address, as the one with the code will be: else an office would lock itself out.
    private func step(
        of code: String?, _ credentials: Credentials, _ attempt: Attempt
    ) async throws -> Int64? {
        guard let factor = credentials.secondFactor else { return nil }
        guard let code else {
            try await database.withTransaction { session in
                try await session.refundAttempt(attempt.address, LoginLimits.address, at: attempt.now)
                try await session.log(attempt.entry(.logIn, of: credentials, "code-missing", isDone: false))
            }
            throw OperationError.secondFactorRequired
        }
        let secret = try secret(of: factor, account: credentials.account)
        guard let step = secret.step(of: code, at: attempt.now / 1_000_000) else {
            throw try await refuse(attempt, credentials, "wrong-code")
        }
        return step
    }

    /// Opens the session and uses the code up. Returns why it may not be opened, where something changed meanwhile.
    private func open(
        _ new: NewSession, for credentials: Credentials, _ step: Int64?, _ attempt: Attempt
    ) async throws -> String? {
        do {
            return try await database.withTransaction { session in
                // First, since its lock on the account is what a change of the credentials waits for.
                guard try await session.openSession(new, with: credentials) else { return "changed" }
                try await session.useUp(step, of: credentials)
                try await session.settle(attempt)
                let detail = step == nil ? "password" : "password and code"
                try await session.log(attempt.entry(.logIn, of: credentials, detail, isDone: true))
                return nil
            }
        } catch is CodeUsed {
            return CodeUsed.reason
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
