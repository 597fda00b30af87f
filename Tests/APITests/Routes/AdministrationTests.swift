import Operations
import Testing

@testable import API
@testable import Serving

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

    @Test func aDepartmentsSettingsAreSet() async throws {
        try await TestServer.lend { server in
            try await server.addPeople()
            let admin = try await server.logIn("admin")
            let path = "/api/v1/departments/%E7%9C%89%E5%B1%B1%E5%B8%82%E6%94%BF%E5%8A%A1%E6%9C%8D%E5%8A%A1%E5%B1%80"
            let chain = #"{"roles":["finance","head"]}"#
            let set = try await server.call("PUT", path + "/approval-chain", as: admin, json: chain)
            #expect(set.status == 200 && set.count("/approvalChain") == 2)
            for chain in ["[]", #"["treasury"]"#, #"["head","head"]"#] {
                let no = try await server.call(
                    "PUT", path + "/approval-chain", as: admin, json: #"{"roles":\#(chain)}"#)
                #expect(no.status == 422, "\(chain)")
            }
            let cooling = path + "/bank-account-cooling"
            #expect(try await server.call("PUT", cooling, as: admin, json: #"{"hours":48}"#).status == 204)
            for hours in ["337", "-1", "1.5"] {
                let no = try await server.call("PUT", cooling, as: admin, json: #"{"hours":\#(hours)}"#)
                #expect(no.status == 422, "\(hours)")
            }
        }
    }

    @Test func theAccessLogComesPageByPage() async throws {
        try await TestServer.lend { server in
            try await server.addPeople()
            let (admin, auditor) = (try await server.logIn("admin"), try await server.logIn("auditor"))
            _ = try await server.call("POST", "/api/v1/departments", as: auditor, json: #"{"name":"x"}"#)
            let refused = try await server.call("GET", "/api/v1/access-log?done=no&account=auditor", as: admin)
            #expect(refused.count("/entries") == 1 && refused.string("/entries/0/action") == "create-department")
            #expect(refused.text.contains(#""isDone":false"#))
            let all = try await server.pages("/api/v1/access-log?limit=3", as: admin)
            let numbers = all.flatMap { page in (0..<3).compactMap { page.integer("/entries/\($0)/number") } }
            #expect(numbers.count > 10 && numbers == Set(numbers).sorted(by: >))
            let today = try await server.call("GET", "/api/v1/access-log?from=2024-06-03&until=2024-06-03", as: admin)
            #expect((today.count("/entries") ?? 0) > 10)
            let earlier = try await server.call("GET", "/api/v1/access-log?until=2024-06-02", as: admin)
            #expect(earlier.count("/entries") == 0)
        }
    }

    @Test func theCalendarIsReplaced() async throws {
        try await TestServer.lend { server in
            try await server.addPeople()
            let (admin, officer) = (try await server.logIn("admin"), try await server.logIn("officer"))
            let builtIn = try await server.call("GET", "/api/v1/calendar", as: officer)
            #expect(builtIn.count("/holidays") ?? 0 > 200 && builtIn.text.contains(#""recordedBy":null"#))
            let fields = ["Content-Type": "text/csv"]
            let broken = try await server.call("PUT", "/api/v1/calendar", as: admin, fields, json: "date\nx")
            #expect(broken.status == 422 && broken.string("/type") == "/problems/invalid-calendar")
            let csv = "date,kind\n2024-06-10,holiday\n"
            #expect(try await server.call("PUT", "/api/v1/calendar", as: admin, fields, json: csv).status == 200)
            let now = try await server.call("GET", "/api/v1/calendar", as: officer)
            #expect(now.count("/holidays") == 1 && now.string("/recordedBy") == "admin")
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
}
