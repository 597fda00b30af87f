internal import Storage

extension Workspace {
    /// Sets who approves the payments of a department, first to last: one to three of section head, finance and head,
    /// none twice. The treasury always pays at the end.
    public func setApprovalChain(
        _ chain: [Role], of name: String, by caller: Caller = .console
    ) async throws(OperationError) -> Department {
        let names = chain.map(\.rawValue)
        let detail = names.joined(separator: " ")
        return try await administering(.setApprovalChain, name, detail: detail, by: caller) { session in
            guard let department = try await session.setApprovalChain(names, of: name) else {
                throw AccountRefusal.unknownDepartment
            }
            return Department(department)
        }
    }
}
