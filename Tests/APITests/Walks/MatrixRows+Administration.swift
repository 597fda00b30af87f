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
            // Nobody has one to lose.
            ofAccount("DELETE", "/second-factor", 409),
            ofDepartment("/approval-chain", 200, #"{"roles":["section-head","finance","head"]}"#),
            ofDepartment("/bank-account-cooling", 204, #"{"hours":24}"#),
            reading("/api/v1/access-log", stranger: 200), reading("/api/v1/calendar", stranger: 200),
            MatrixRow(method: "PUT", path: "/api/v1/calendar", success: 200, stranger: 200) { _ in
                MatrixRequest("/api/v1/calendar", "date,kind\n2026-10-01,holiday\n", ["Content-Type": "text/csv"])
            },
        ] + adding + ownSecurity

    /// One's own; the codes and numbers that nobody can have are refused when everything else is right.
    private static let ownSecurity = [
        MatrixRow(method: "PUT", path: "/api/v1/me/password", success: 204, stranger: 204) { _ in
            let password = TestServer.password
            return MatrixRequest("/api/v1/me/password", #"{"current":"\#(password)","password":"\#(password)"}"#)
        },
        reading("/api/v1/me/sessions", stranger: 200),
        MatrixRow(method: "DELETE", path: "/api/v1/me/sessions", success: 200, stranger: 200) { _ in
            MatrixRequest("/api/v1/me/sessions")
        },
        MatrixRow(method: "DELETE", path: "/api/v1/me/sessions/{id}", success: 404) { _ in
            MatrixRequest("/api/v1/me/sessions/0")
        },
        reading("/api/v1/me/second-factor", stranger: 200),
        MatrixRow(method: "POST", path: "/api/v1/me/second-factor", success: 201, stranger: 201) { _ in
            MatrixRequest("/api/v1/me/second-factor", "{\(TestServer.confirmation)}")
        },
        ownCode("confirmation"), ownCode("removal"),
    ]

    private static func ownCode(_ act: String) -> MatrixRow {
        MatrixRow(method: "POST", path: "/api/v1/me/second-factor/" + act, success: 403, stranger: 403) { _ in
            MatrixRequest("/api/v1/me/second-factor/" + act, #"{"code":"000000"}"#)
        }
    }

    private static func ofDepartment(_ rest: String, _ success: Int, _ body: String) -> MatrixRow {
        MatrixRow(method: "PUT", path: "/api/v1/departments/{name}" + rest, success: success, stranger: success) {
            office in
            let name = "d\(office.number())"
            _ = try await office.server.workspace.createDepartment(name)
            return MatrixRequest("/api/v1/departments/\(name)" + rest, body)
        }
    }


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
