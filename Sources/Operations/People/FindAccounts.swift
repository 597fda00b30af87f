internal import Postgres
internal import Storage
public import Values

/// An account with what an administrator must know of it.
public struct AccountState: Equatable, Sendable {
    public let actor: Actor
    /// Whether it may do nothing for now.
    public let isDisabled: Bool
    public let createdAt: Instant
    public let passwordSetAt: Instant
    /// Since when a second factor is asked for; nil for none.
    public let secondFactorSince: Instant?
    /// When one of its sessions was used last, as long as sessions are kept; nil for never.
    public let lastSeenAt: Instant?
    /// How many sessions are open.
    public let sessions: Int
}

extension Workspace {
    /// A page of the accounts whose name, shown name or department contains a text, in the order of their names behind
    /// one of them.
    public func accounts(
        containing text: String?, behind name: String = "", limit: Int, by caller: Caller = .console
    ) async throws(OperationError) -> [AccountState] {
        let now = effects.now().microseconds
        return try await administering(.listPeople, by: caller) { session in
            let page = StoredAccountState.page(
                containing: text, behind: name, limit: limit, at: now, usedAfter: now - LoginLimits.idle)
            return try await session.query(page).map(StoredAccountState.init).map(AccountState.init)
        }
    }

    /// The account of a log-in name. Throws ``AccountRefusal/unknownAccount``.
    public func account(named name: String, by caller: Caller = .console) async throws(OperationError) -> AccountState {
        let now = effects.now().microseconds
        return try await administering(.listPeople, name, by: caller) { session in
            let query = StoredAccountState.query(
                name: LoginLimits.name(name), at: now, usedAfter: now - LoginLimits.idle)
            guard let stored = try await session.query(query).first(StoredAccountState.init) else {
                throw AccountRefusal.unknownAccount
            }
            return AccountState(stored)
        }
    }
}

extension AccountState {
    fileprivate init(_ stored: StoredAccountState) {
        self.init(
            actor: Actor(stored.account), isDisabled: stored.account.isDisabled,
            createdAt: Instant(microseconds: stored.createdAt),
            passwordSetAt: Instant(microseconds: stored.passwordSetAt),
            secondFactorSince: stored.secondFactorSince.map { Instant(microseconds: $0) },
            lastSeenAt: stored.lastSeenAt.map { Instant(microseconds: $0) }, sessions: stored.sessions)
    }
}
