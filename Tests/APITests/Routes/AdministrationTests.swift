import Operations
import Testing

@testable import API

@Suite struct AdministrationTests {
    @Test func departmentsAndAccounts() async throws {
        try await TestServer.lend { server in
            try await server.addPeople()
            let admin = try await server.logIn("admin")
            let made = try await server.call("POST", "/api/v1/departments", as: admin, json: #"{"name":"雅安局"}"#)
            #expect(made.status == 201 && made.string("/name") == "雅安局")
            let again = try await server.call("POST", "/api/v1/departments", as: admin, json: #"{"name":"雅安局"}"#)
            #expect(again.status == 409 && again.string("/type") == "/problems/department-name-taken")
            #expect(try await server.call("GET", "/api/v1/departments", as: admin).count("/departments") == 2)
            let wang = #"{"name":"王","displayName":"王会计","department":"雅安局","roles":["finance"]}"#
            let added = try await server.call("POST", "/api/v1/accounts", as: admin, json: wang)
            #expect(added.status == 201 && added.string("/password")?.utf8.count == 22)
            let path = "/api/v1/accounts/%E7%8E%8B"
            let auditor = #"{"roles":["auditor"],"audits":["眉山市政务服务局"]}"#
            let changed = try await server.call("PUT", path + "/roles", as: admin, json: auditor)
            #expect(changed.status == 200 && changed.count("/sees") == 2 && changed.string("/roles/0") == "auditor")
            let all = #"{"roles":["auditor"],"auditsAll":true}"#
            #expect(try await server.call("PUT", path + "/roles", as: admin, json: all).string("/sees") == "all")
            let no = try await server.call("PUT", path + "/roles", as: admin, json: #"{"roles":[],"auditsAll":true}"#)
            #expect(no.status == 422 && no.string("/type") == "/problems/departments-without-auditor")
            let short = try await server.call("POST", path + "/password", as: admin, json: #"{"password":"short"}"#)
            #expect(short.status == 422 && short.string("/type") == "/problems/password-not-allowed")
            let given = #"{"password":"correct horse battery"}"#
            let set = try await server.call("POST", path + "/password", as: admin, json: given)
            #expect(set.status == 200 && set.text == "{}")
            _ = try await server.logIn("王")
            #expect(try await server.call("DELETE", path + "/sessions", as: admin).integer("/ended") == 1)
            #expect(try await server.call("POST", path + "/disable", as: admin).status == 204)
            let listed = try await server.call("GET", "/api/v1/accounts", as: admin)
            #expect(listed.count("/accounts") == Role.allCases.count + 1)
            #expect(listed.text.contains(#""isDisabled":true"#))
            #expect(try await server.call("POST", path + "/enable", as: admin).status == 204)
            let nobody = try await server.call("POST", "/api/v1/accounts/nobody/disable", as: admin)
            #expect(nobody.status == 404 && nobody.string("/type") == "/problems/unknown-account")
            let lost = #"{"name":"li","department":"无此局"}"#
            #expect(try await server.call("POST", "/api/v1/accounts", as: admin, json: lost).status == 422)
        }
    }

    @Test func tokens() async throws {
        try await TestServer.lend { server in
            try await server.addPeople()
            let admin = try await server.logIn("admin")
            let wish = #"{"account":"officer","label":"导出","days":30}"#
            let issued = try await server.call("POST", "/api/v1/tokens", as: admin, json: wish)
            let token = try #require(issued.string("/token"))
            #expect(issued.status == 201 && issued.string("/expiresAt") == "2024-07-03T12:00:00.000000+08:00")
            #expect(try await server.call("GET", "/api/v1/me", as: token).string("/name") == "officer")
            let listed = try await server.call("GET", "/api/v1/tokens?account=officer", as: admin)
            #expect(listed.count("/tokens") == 1 && listed.string("/tokens/0/label") == "导出")
            #expect(listed.string("/tokens/0/lastUsedOn") == "2024-06-03" && !listed.text.contains(token))
            #expect(try await server.call("GET", "/api/v1/tokens?account=head", as: admin).count("/tokens") == 0)
            let number = try #require(issued.integer("/id"))
            #expect(try await server.call("DELETE", "/api/v1/tokens/\(number)", as: admin).status == 204)
            #expect(try await server.call("GET", "/api/v1/me", as: token).status == 401)
            for unknown in ["999", "x", "99999999999999999999"] {
                #expect(try await server.call("DELETE", "/api/v1/tokens/\(unknown)", as: admin).status == 404)
            }
            let bad = #"{"account":"officer","label":"x","days":367}"#
            let refused = try await server.call("POST", "/api/v1/tokens", as: admin, json: bad)
            #expect(refused.status == 422 && refused.string("/errors/0/pointer") == "/days")
        }
    }

    /// Whoever has no right to it is refused by every call of administration, before anything is looked up; and the
    /// same calls know nobody without a token.
    @Test(arguments: Role.allCases.filter { $0 != .admin })
    func othersAreRefused(_ role: Role) async throws {
        try await TestServer.lend { server in
            try await server.addPeople()
            let token = try await server.logIn(role.rawValue)
            for (method, path, body) in Self.calls {
                let answer = try await server.call(method, path, as: token, json: body)
                #expect(answer.status == 403, "\(method) \(path)")
                #expect(answer.string("/type") == "/problems/forbidden")
                #expect(try await server.call(method, path, json: body).status == 401, "\(method) \(path)")
            }
        }
    }

    /// A call of each route of administration, and a test that none is missing.
    private static let calls: [(method: String, path: String, body: String?)] = [
        ("GET", "/api/v1/departments", nil), ("POST", "/api/v1/departments", #"{"name":"x"}"#),
        ("GET", "/api/v1/accounts", nil), ("POST", "/api/v1/accounts", #"{"name":"x","department":"y"}"#),
        ("PUT", "/api/v1/accounts/x/roles", #"{"roles":[]}"#), ("POST", "/api/v1/accounts/x/password", "{}"),
        ("POST", "/api/v1/accounts/x/disable", nil), ("POST", "/api/v1/accounts/x/enable", nil),
        ("DELETE", "/api/v1/accounts/x/sessions", nil), ("GET", "/api/v1/tokens", nil),
        ("POST", "/api/v1/tokens", #"{"account":"x","label":"y"}"#), ("DELETE", "/api/v1/tokens/1", nil),
    ]

    @Test func noCallIsForgotten() {
        #expect(Self.calls.count == Route.all.count { $0.tag == .administration })
    }
}
