internal import Storage
internal import Values

extension Workspace {
    /// Adds a department. Names that read the same are the same name.
    public func createDepartment(
        _ name: String, by caller: Caller = .console
    ) async throws(OperationError) -> Department {
        try await administering(.createDepartment, name, by: caller) { session in
            Department(try await session.addDepartment(name, at: effects.now().microseconds))
        }
    }
}
