internal import HTTPTypes
internal import JSON
internal import Operations
internal import Serving
internal import Values

extension Route {
    /// Departments (采购人), the owners of contracts.
    static let departments = [listDepartments, createDepartment, setApprovalChain, setBankAccountCooling]

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

    private static let departmentName = Parameter.path("name", .text(1...600), "The department's name.")
    private static let approvers = Schema.choice([Role.sectionHead, .finance, .head].map(\.rawValue))

    private static let setApprovalChain = Route(
        method: .put, path: "/api/v1/departments/{name}/approval-chain",
        summary: "Sets who approves a department's payments, first to last; then the treasury pays.",
        tag: .administration, access: .permission(.manageAccounts), parameters: [departmentName],
        body: .json(.object([.required("roles", .array(approvers), "One to three, none twice.")])),
        answers: [Success(status: .ok, description: "The department.", content: .json(.reference(.department)))]
    ) { call in
        let chain = try call.object { $0.choices("roles", of: Role.self) }
        let department = try await call.workspace.setApprovalChain(chain, of: call.path[0], by: try call.caller())
        return Answer.json { $0.write(department) }
    }

    private static let setBankAccountCooling = Route(
        method: .put, path: "/api/v1/departments/{name}/bank-account-cooling",
        summary: "Sets how long a supplier's confirmed bank account waits before it is in force.",
        tag: .administration, access: .permission(.manageAccounts), parameters: [departmentName],
        body: .json(.object([.required("hours", .integer(0...336))])),
        answers: [Success(status: .noContent, description: "It holds for whatever is confirmed from now on.")]
    ) { call in
        let hours = try call.object { $0.integer("hours", in: 0...336) }
        try await call.workspace.setBankAccountCooling(hours: hours, of: call.path[0], by: try call.caller())
        return .noContent
    }
}

extension TextOutput {
    fileprivate mutating func write(_ department: Department) {
        write("{\"id\":")
        write(integer: department.id)
        write(",\"name\":")
        write(jsonString: department.name)
        write(",\"approvalChain\":")
        write(strings: department.approvalChain.map(\.rawValue))
        write("}")
    }
}

extension Schema.Component {
    static let department = Schema.Component(
        name: "Department", description: "A buyer (采购人), the owner of contracts.",
        schema: .object([
            .required("id", .integer()), .required("name", .text()),
            .required("approvalChain", .array(.choice(of: Role.self)), "Who approves payments, first to last."),
        ]))
}
