internal import Passwords
internal import Postgres
internal import Storage
internal import Values

extension Workspace {
    /// Takes a begun second factor into use with its first code, within ten minutes; all other sessions of the account
    /// end. A wrong code is ``OperationError/confirmationFailed``, counted as in ``confirm(_:by:)``.
    public func completeSecondFactor(_ code: String, by caller: Caller) async throws(OperationError) {
        var begun: (factor: StoredSecondFactor, step: Int64)?
        try await proving(.completeSecondFactor, by: caller) { _, credentials in
            if credentials.secondFactor != nil { throw AccountRefusal.secondFactorPresent }
        } looking: { credentials, attempt in
            let factor = try await database.withConnection { try await $0.secondFactor(of: credentials.account) }
            guard let factor, (0...LoginLimits.enrolment).contains(attempt.now - factor.begunAt) else {
                return .wrong("not-begun")
            }
            let secret = try secret(of: factor, account: credentials.account)
            guard let step = secret.step(of: code, at: attempt.now / 1_000_000) else { return .wrong("wrong-code") }
            begun = (factor, step)
            return .code(step: nil)
        } acting: { session, actor in
            let now = effects.now().microseconds
            guard let begun,
                try await session.enrolSecondFactor(
                    begun.factor.sealedSecret, of: actor.accountID, step: begun.step, at: now)
            else { throw OperationError.confirmationFailed }
            try await session.renewCredentials(of: actor.accountID)
            try await session.revokeSessions(of: actor.accountID, except: caller.sessionHash, at: now)
        }
    }
}
