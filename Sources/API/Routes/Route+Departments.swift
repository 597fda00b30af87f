internal import HTTPTypes
internal import JSON
internal import Operations
internal import Values

extension Route {
    /// Departments (采购人), the owners of contracts.
    static let departments = [listDepartments, createDepartment]

    private static let listDepartments = Route(
        method: .get, path: "/api/v1/departments", summary: "Lists the departments by name.", tag: .administration,
        access: .permission(.manageAccounts),
        answers: [
            Success(
                status: .ok, description: "All departments.",
                content: .json(.object([.required("departments", .array(.reference(.department)))])))
        ]
    ) { call in
        let departments = try await call.workspace.departments(by: try call.caller())
        return Answer.json(capacity: 64 * departments.count + 64) { output in
            output.write("{\"departments\":")
            output.write(list: departments) { $0.write($1) }
            output.write("}")
        }
    }

    private static let createDepartment = Route(
        method: .post, path: "/api/v1/departments", summary: "Adds a department.", tag: .administration,
        access: .permission(.manageAccounts),
        body: .json(.object([.required("name", .text(1...600), "Names that read the same are the same.")])),
        answers: [
            Success(status: .created, description: "The department.", content: .json(.reference(.department)))
        ],
        refusals: [.conflict]
    ) { call in
        let name = try call.object { $0.text("name") }
        let department = try await call.workspace.createDepartment(name, by: try call.caller())
        return Answer.json(.created) { $0.write(department) }
    }
}

extension TextOutput {
    fileprivate mutating func write(_ department: Department) {
        write("{\"id\":")
        write(integer: department.id)
        write(",\"name\":")
        write(jsonString: department.name)
        write("}")
    }
}

extension Schema.Component {
    static let department = Schema.Component(
        name: "Department", description: "A buyer (采购人), the owner of contracts.",
        schema: .object([.required("id", .integer()), .required("name", .text())]))
}
