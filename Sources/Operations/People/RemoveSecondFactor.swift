internal import Storage
internal import Values

extension Workspace {
    /// Removes the caller's second factor, which takes a code of it; all other sessions of the account end.
    public func removeSecondFactor(_ code: String, by caller: Caller) async throws(OperationError) {
        let confirmation = try await confirm(.code(code), by: caller)
        try await asOneself(.removeSecondFactor, by: caller) { session, actor in
            try require(confirmation, of: actor)
            let now = effects.now().microseconds
            _ = try await session.removeSecondFactor(of: actor.accountID)
            try await session.renewCredentials(of: actor.accountID)
            try await session.revokeSessions(of: actor.accountID, except: caller.sessionHash, at: now)
        }
    }

    /// Removes the second factor of somebody who lost it; their sessions end. One's own is removed with a code only.
    public func resetSecondFactor(of name: String, by caller: Caller = .console) async throws(OperationError) {
        try await administering(.resetSecondFactor, name, by: caller) { session in
            guard let account = try await session.lockAccount(named: name) else { throw AccountRefusal.unknownAccount }
            try await refuseOwn(account, caller, session)
            guard try await session.removeSecondFactor(of: account.id) else {
                throw AccountRefusal.secondFactorAbsent
            }
            try await session.renewCredentials(of: account.id)
            try await session.revokeSessions(of: account.id, at: effects.now().microseconds)
        }
    }
}
