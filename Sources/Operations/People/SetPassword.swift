public import Passwords
internal import Storage
internal import Values

extension Workspace {
    /// Sets the password of an account, ends its sessions and lets it log in again at once. One's own is changed with
    /// ``changePassword(from:to:by:)``: a stolen session of an administrator shall not do.
    public func setPassword(
        _ password: Password, of name: String, by caller: Caller = .console
    ) async throws(OperationError) {
        let hash = try await passwordHash(password)
        try await administering(.setPassword, name, by: caller) { session in
            guard let account = try await session.lockAccount(named: name) else { throw AccountRefusal.unknownAccount }
            try await refuseOwn(account, caller, session)
            try refuseGuessable(password, account.name, account.displayName, account.department.name)
            try await session.setPasswordHash(hash, of: account.id, at: effects.now().microseconds)
            try await session.forgetAttempts(account.name, LoginLimits.account)
        }
    }
}
