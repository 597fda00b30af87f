internal import Storage

/// What an auditor may see beside the own department.
public enum AuditGrant: Equatable, Sendable {
    /// Departments by name.
    case named([String])
    case all
}

extension Workspace {
    /// Sets the roles of an account, in place of those it had. They count from the next call on, in open sessions too.
    /// Nobody sets their own, and only the console takes the last enabled administrator away.
    public func setRoles(
        _ roles: Set<Role>, auditing grant: AuditGrant = .named([]), of name: String, by caller: Caller = .console
    ) async throws(OperationError) -> Actor {
        guard roles.contains(.auditor) || grant == .named([]) else { throw .account(.grantsWithoutAuditor) }
        let names = Role.names(roles)
        return try await administering(.setRoles, name, detail: Self.detail(names, grant), by: caller) { session in
            try await session.lockAdministrators()
            guard let account = try await session.lockAccount(named: name) else { throw AccountRefusal.unknownAccount }
            try await refuseOwn(account, caller, session)
            var departments: Set<Int64> = []
            if case .named(let granted) = grant {
                for name in granted {
                    guard let department = try await session.department(named: name) else {
                        throw AccountRefusal.unknownDepartment
                    }
                    departments.insert(department.id)
                }
            }
            try await session.setRoles(
                names, auditsAll: grant == .all, departments: departments.sorted(), of: account.id)
            if Actor(account).roles.contains(.admin) { try await requireAdministrator(caller, session) }
            guard let stored = try await session.account(account.id) else { throw AccountRefusal.unknownAccount }
            return Actor(stored)
        }
    }

    private static func detail(_ roles: [String], _ grant: AuditGrant) -> String {
        let text = roles.joined(separator: " ")
        switch grant {
        case .all: return text + " (all departments)"
        case .named(let names) where names.isEmpty: return text
        case .named(let names): return text + " (\(names.joined(separator: ", ")))"
        }
    }
}
