internal import Storage
internal import Values

extension Workspace {
    /// Disables an account: its sessions end, its tokens and its password no longer work. Nobody disables themselves,
    /// and only the console the last enabled administrator.
    public func disableAccount(_ name: String, by caller: Caller = .console) async throws(OperationError) {
        try await set(disabled: true, name, .disableAccount, caller)
    }

    /// Enables an account again; its tokens work again, its old sessions do not.
    public func enableAccount(_ name: String, by caller: Caller = .console) async throws(OperationError) {
        try await set(disabled: false, name, .enableAccount, caller)
    }

    private func set(disabled: Bool, _ name: String, _ act: Act, _ caller: Caller) async throws(OperationError) {
        try await administering(act, name, by: caller) { session in
            if disabled { try await session.lockAdministrators() }
            guard let account = try await session.lockAccount(named: name) else { throw AccountRefusal.unknownAccount }
            try await refuseOwn(account, caller, session)
            if account.isDisabled == disabled { return }
            try await session.setDisabled(disabled ? effects.now().microseconds : nil, account: account.id)
            if Actor(account).roles.contains(.admin) { try await requireAdministrator(caller, session) }
        }
    }
}
