import Operations

extension MatrixRow {
    /// Administrators work for all departments, so a stranger who is one may.
    static let administration =
        [
            reading("/api/v1/departments", stranger: 200), reading("/api/v1/accounts", stranger: 200),
            reading("/api/v1/tokens", stranger: 200),
            ofAccount("PUT", "/roles", 200, #"{"roles":["auditor"]}"#), ofAccount("POST", "/password", 200, "{}"),
            ofAccount("POST", "/disable", 204), ofAccount("POST", "/enable", 204),
            ofAccount("DELETE", "/sessions", 200),
        ] + adding

    private static let adding = [
        MatrixRow(method: "POST", path: "/api/v1/departments", success: 201, stranger: 201) {
            MatrixRequest("/api/v1/departments", #"{"name":"d\#($0.number())"}"#)
        },
        MatrixRow(method: "POST", path: "/api/v1/accounts", success: 201, stranger: 201) {
            MatrixRequest(
                "/api/v1/accounts", #"{"name":"n\#($0.number())","department":"\#(Office.department)"}"#)
        },
        MatrixRow(method: "POST", path: "/api/v1/tokens", success: 201, stranger: 201) { _ in
            MatrixRequest("/api/v1/tokens", #"{"account":"head","label":"x"}"#)
        },
        MatrixRow(method: "DELETE", path: "/api/v1/tokens/{id}", success: 204, stranger: 204) { office in
            let token = try await office.server.workspace.issueToken(for: "head", label: "x")
            return MatrixRequest("/api/v1/tokens/\(token.id)")
        },
    ]

    private static func ofAccount(
        _ method: String, _ rest: String, _ success: Int, _ body: String? = nil
    ) -> MatrixRow {
        MatrixRow(method: method, path: "/api/v1/accounts/{name}" + rest, success: success, stranger: success) {
            MatrixRequest(try await $0.account() + rest, body)
        }
    }
}
