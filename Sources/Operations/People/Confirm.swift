public import Passwords
internal import Postgres
internal import Storage
internal import Values

/// What somebody who is logged in shows to prove once more who they are.
public enum Proof: Sendable {
    /// Enough only where no second factor is enrolled.
    case password(Password)
    /// Of the second factor.
    case code(String)
}

extension Proof: CustomStringConvertible, CustomReflectable {
    public var description: String { "(proof)" }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

/// That somebody proved a moment ago who they are. Only ``Workspace/confirm(_:by:)`` makes one; it is good for two
/// minutes and for this account, and void as soon as the password or the second factor is another one.
public struct Confirmation: Sendable {
    let account: Int64
    let credentialsVersion: Int64
    /// Microseconds since 1970-01-01T00:00:00Z.
    let at: Int64

    /// Whether it holds for a person, with their rights and credentials of this moment.
    func holds(for actor: Actor, at now: Instant) -> Bool {
        actor.accountID == account && actor.credentialsVersion == credentialsVersion
            && (0...LoginLimits.confirmation).contains(now.microseconds - at)
    }
}

extension Workspace {
    /// Proves again who the caller is: by the password, or where a second factor is enrolled by a code of it
    /// (a password is then ``OperationError/secondFactorRequired``). A wrong proof is
    /// ``OperationError/confirmationFailed`` and counts like a failed log-in; the fifth of one session ends it.
    public func confirm(_ proof: Proof, by caller: Caller) async throws(OperationError) -> Confirmation {
        try await proving(.confirm, by: caller) { _, credentials in
            if case .password = proof, credentials.secondFactor != nil { throw OperationError.secondFactorRequired }
        } looking: { credentials, attempt in
            switch proof {
            case .password(let password):
                let isRight = try await passwords.verify(password, against: credentials.passwordHash)
                return isRight ? .password : .wrong("wrong-password")
            case .code(let code):
                guard let factor = credentials.secondFactor else { return .wrong("no-second-factor") }
                let secret = try secret(of: factor, account: credentials.account)
                let step = secret.step(of: code, at: attempt.now / 1_000_000)
                return step.map { .code(step: $0) } ?? .wrong("wrong-code")
            }
        } acting: { _, actor in
            Confirmation(
                account: actor.accountID, credentialsVersion: actor.credentialsVersion,
                at: effects.now().microseconds)
        }
    }

    /// Throws ``OperationError/confirmationRequired`` unless the confirmation holds for whoever acts, with the rights
    /// as they were read in the transaction of the act. The console needs none.
    func require(_ confirmation: Confirmation?, of authority: Authority) throws(OperationError) {
        guard let actor = authority.actor else { return }
        try require(confirmation, of: actor)
    }

    func require(_ confirmation: Confirmation?, of actor: Actor) throws(OperationError) {
        guard let confirmation, confirmation.holds(for: actor, at: effects.now()) else { throw .confirmationRequired }
    }
}
