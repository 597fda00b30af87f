public import Passwords
internal import Storage
internal import Values

extension Workspace {
    /// Sets the caller's own password, which takes the old one, also where a second factor is enrolled (ASVS 6.2.3);
    /// all other sessions of the account end. A wrong one is ``OperationError/confirmationFailed``, counted as in
    /// ``confirm(_:by:)``.
    public func changePassword(
        from old: Password, to new: Password, by caller: Caller
    ) async throws(OperationError) {
        let hash = try await passwordHash(new)
        try await proving(.changePassword, by: caller) { actor, _ in
            try refuseGuessable(new, actor.name, actor.displayName, actor.department.name)
        } looking: { credentials, _ in
            let isRight = try await passwords.verify(old, against: credentials.passwordHash)
            return isRight ? .password : .wrong("wrong-password")
        } acting: { session, actor in
            try await session.setPasswordHash(
                hash, of: actor.accountID, keeping: caller.sessionHash, at: effects.now().microseconds)
        }
    }
}
