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
        var hash = ""
        try await proving(.changePassword, by: caller) { actor, _ in
            guard new.isAcceptable else { throw AccountRefusal.passwordForm }
            try refuseGuessable(new, actor.name, actor.displayName, actor.department.name)
        } looking: { credentials, _ in
            guard try await passwords.verify(old, against: credentials.passwordHash) else {
                return .wrong("wrong-password")
            }
            hash = try await passwords.hash(new)
            return .password
        } acting: { session, actor in
            try await session.setPasswordHash(
                hash, of: actor.accountID, keeping: caller.sessionHash, at: effects.now().microseconds)
        }
    }
}
