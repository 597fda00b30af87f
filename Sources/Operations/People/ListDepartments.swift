internal import Storage

extension Workspace {
    /// All departments by name.
    public func departments(by caller: Caller = .console) async throws(OperationError) -> [Department] {
        try await administering(.listPeople, by: caller) { session in
            try await session.departments().map(Department.init)
        }
    }
}
