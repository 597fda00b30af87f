internal import Passwords
internal import Storage
public import Values

extension Workspace {
    /// Makes the secret of a second factor, which is asked for once ``completeSecondFactor(_:by:)`` got a first code
    /// of it. Takes a confirmation, and replaces a secret that was begun and not completed.
    public func beginSecondFactor(
        _ confirmation: Confirmation?, by caller: Caller
    ) async throws(OperationError) -> SecondFactorEnrolment {
        let secret = OneTimeSecret.random()
        let now = effects.now().microseconds
        return try await asOneself(.beginSecondFactor, by: caller) { session, actor in
            try require(confirmation, of: actor)
            let sealed = try sealed(secret, account: actor.accountID)
            guard try await session.beginSecondFactor(sealed, of: actor.accountID, at: now) else {
                throw AccountRefusal.secondFactorPresent
            }
            return SecondFactorEnrolment(
                secret: secret.base32, uri: secret.uri(account: actor.name, issuer: "Tranche"),
                expiresAt: Instant(microseconds: now + LoginLimits.enrolment))
        }
    }

    /// Since when a second factor is asked for at the caller's log-ins; nil for none.
    public func ownSecondFactor(by caller: Caller) async throws(OperationError) -> Instant? {
        try await asOneself(.readOwnSecurity, by: caller) { session, actor in
            try await session.secondFactor(of: actor.accountID)?.enrolledAt.map { Instant(microseconds: $0) }
        }
    }
}
