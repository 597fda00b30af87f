internal import Postgres
internal import Storage

/// A department with its settings and what a change of them touches.
public struct DepartmentState: Equatable, Sendable {
    public let department: Department
    /// How many hours a supplier's confirmed bank account waits before it is in force.
    public let coolingHours: Int
    /// Accounts that are not disabled.
    public let accounts: Int
    /// Payment requests that still wait for somebody: they keep the chain that they were raised with.
    public let openRequests: Int
}

extension Workspace {
    /// A page of the departments in the order of their names, behind one of them.
    public func departments(
        behind name: String, limit: Int, by caller: Caller = .console
    ) async throws(OperationError) -> [DepartmentState] {
        try await administering(.listPeople, by: caller) { session in
            try await session.query(StoredDepartmentState.page(behind: name, limit: limit))
                .map(StoredDepartmentState.init).map(DepartmentState.init)
        }
    }

    /// The department of a name. Throws ``AccountRefusal/unknownDepartment``.
    public func department(
        named name: String, by caller: Caller = .console
    ) async throws(OperationError) -> DepartmentState {
        try await administering(.listPeople, name, by: caller) { session in
            let query = StoredDepartmentState.query(name: name)
            guard let stored = try await session.query(query).first(StoredDepartmentState.init) else {
                throw AccountRefusal.unknownDepartment
            }
            return DepartmentState(stored)
        }
    }
}

extension DepartmentState {
    fileprivate init(_ stored: StoredDepartmentState) {
        self.init(
            department: Department(stored.department), coolingHours: stored.coolingHours, accounts: stored.accounts,
            openRequests: stored.openRequests)
    }
}
