internal import Storage

extension Workspace {
    /// Sets how many hours (0 to 336) a confirmed bank account waits in a department before it is in force. Those
    /// confirmed already keep their moment.
    public func setBankAccountCooling(
        hours: Int, of department: String, by caller: Caller = .console
    ) async throws(OperationError) {
        guard (0...336).contains(hours) else { throw .bankAccount(.coolingForm) }
        try await administering(.setBankAccountCooling, department, detail: String(hours), by: caller) { session in
            let isThere = try await session.setBankAccountCooling(hours: hours, of: department)
            if !isThere { throw AccountRefusal.unknownDepartment }
        }
    }
}
