public import Passwords
internal import Storage
internal import Values

extension Workspace {
    /// Adds an account with its roles to a department, with a password that its owner gets from the administrator.
    public func createAccount(
        _ name: String, displayName: String? = nil, department: String, roles: Set<Role> = [], password: Password,
        by caller: Caller = .console
    ) async throws(OperationError) -> Actor {
        let hash = try await passwordHash(password)
        let names = Role.names(roles)
        let detail = names.joined(separator: " ")
        return try await administering(.createAccount, name, detail: detail, by: caller) { session in
            guard let home = try await session.department(named: department) else {
                throw AccountRefusal.unknownDepartment
            }
            let account = NewAccount(
                name: name, displayName: displayName ?? name, department: home.id, passwordHash: hash)
            let id = try await session.addAccount(account, at: effects.now().microseconds)
            try await session.setRoles(names, auditsAll: false, departments: [], of: id)
            guard let stored = try await session.account(id) else { throw AccountRefusal.unknownAccount }
            try refuseGuessable(password, stored.name, stored.displayName, stored.department.name)
            return Actor(stored)
        }
    }

    /// Refuses a password that attackers try first, common or made of what is known about its owner.
    func refuseGuessable(_ password: Password, _ known: String...) throws(AccountRefusal) {
        if password.isGuessable(knowing: known) { throw .passwordGuessable }
    }

    /// The hash of a password that is to be set, made outside of any transaction.
    func passwordHash(_ password: Password) async throws(OperationError) -> String {
        guard password.isAcceptable else { throw .account(.passwordForm) }
        return try await mappingErrors { try await passwords.hash(password) }
    }
}

extension Role {
    /// The stored names in the order of the roles.
    static func names(_ roles: Set<Role>) -> [String] { allCases.filter(roles.contains).map(\.rawValue) }
}
