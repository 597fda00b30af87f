internal import Storage

/// A department (采购人), the owner of contracts.
public struct Department: Equatable, Hashable, Sendable {
    public let id: Int64
    public let name: String
    /// The name as the database compares it, also with a contract's buyer.
    let key: String
    /// The roles that approve a payment request, first to last; then the treasury pays.
    public let approvalChain: [Role]
}

/// Which departments' contracts somebody may see.
public enum Visibility: Equatable, Sendable {
    case all
    case departments(Set<Department>)
}

/// Who calls, with the rights as they are in the database at the call.
public struct Actor: Equatable, Sendable {
    public let accountID: Int64
    public let name: String
    public let displayName: String
    public let department: Department
    public let roles: Set<Role>
    public let visibility: Visibility
    /// How often the password or the second factor was changed.
    let credentialsVersion: Int64

    /// Whether one of the roles permits it.
    public func may(_ permission: Permission) -> Bool {
        roles.contains { $0.permissions.contains(permission) }
    }

    /// Whether contracts of the department may be seen, with whatever permission.
    public func sees(_ department: Int64) -> Bool { sees { $0.id == department } }

    func sees(departmentKey key: String) -> Bool { sees { $0.key == key } }

    private func sees(_ isMeant: (Department) -> Bool) -> Bool {
        switch visibility {
        case .all: true
        case .departments(let departments): departments.contains(where: isMeant)
        }
    }
}

extension Department {
    init(_ stored: StoredDepartment) {
        self.init(
            id: stored.id, name: stored.name, key: stored.key,
            approvalChain: stored.approvalChain.compactMap(Role.init(rawValue:)))
    }
}

extension Actor {
    /// Departments granted count only for an auditor. Roles that an identity provider gave take the place of the
    /// account's.
    init(_ account: StoredAccount, of caller: Caller = .console) {
        let own = Department(account.department)
        var roles = Set(account.roles.compactMap(Role.init(rawValue:)))
        if case .singleSignOn(_, let given?) = caller.identity { roles = given }
        let audits = roles.contains(.auditor)
        let granted = audits ? account.audited.map(Department.init) : []
        self.init(
            accountID: account.id, name: account.name, displayName: account.displayName, department: own, roles: roles,
            visibility: audits && account.auditsAll ? .all : .departments(Set([own] + granted)),
            credentialsVersion: account.credentialsVersion)
    }
}
