internal import Postgres
internal import Storage

extension Workspace {
    /// The names of the departments whose contracts the caller sees, in order: what lists and exports can be asked of.
    public func visibleDepartments(by caller: Caller = .console) async throws(OperationError) -> [String] {
        let authority = try await reading("list-departments", by: caller, []) { authority, _ in
            try authority.require(.readContracts)
            return authority
        }
        if case .departments(let departments) = authority.actor?.visibility {
            return departments.sorted { $0.key < $1.key }.map(\.name)
        }
        return try await mappingErrors {
            try await database.withConnection { try await $0.departments() }.map(\.name)
        }
    }
}
