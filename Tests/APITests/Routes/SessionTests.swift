import Operations
import Passwords
import Testing
import Values

@testable import API
@testable import Serving

@Suite struct SessionTests {
    private static let credentials = #"{"name":"finance","password":"correct horse battery"}"#

    @Test func aSessionFromItsBeginningToItsEnd() async throws {
        try await TestServer.lend { server in
            try await server.addPeople()
            let opened = try await server.call("POST", "/api/v1/sessions", json: Self.credentials)
            let token = try #require(opened.string("/token"))
            #expect(opened.status == 201 && opened.string("/name") == "finance" && token.hasPrefix("trs_"))
            #expect(opened.field("Set-Cookie") == "tranche=\(token); Path=/; HttpOnly; SameSite=Lax")
            let me = try await server.call("GET", "/api/v1/me", as: token)
            #expect(me.status == 200 && me.string("/roles/0") == "finance" && me.count("/roles") == 1)
            #expect(me.string("/department") == "眉山市政务服务局" && me.string("/permissions/0") == "read-contracts")
            let byCookie = try await server.call("GET", "/api/v1/me", ["Cookie": "a=b; tranche=\(token)"])
            #expect(byCookie.status == 200)
            let head = try await server.call("HEAD", "/api/v1/me", as: token)
            #expect(head.status == 200 && head.field("Content-Length") == String(me.body.count))
            let ended = try await server.call("DELETE", "/api/v1/sessions/current", as: token)
            #expect(ended.status == 204 && ended.field("Set-Cookie")?.contains("Max-Age=0") == true)
            #expect(ended.field("Content-Length") == nil && ended.field("Content-Type") == nil)
            #expect(try await server.call("GET", "/api/v1/me", as: token).status == 401)
        }
    }

    @Test func whoeverPresentsNothingUsableIsToldSo() async throws {
        try await TestServer.lend { server in
            let nobody = try await server.call("GET", "/api/v1/me")
            #expect(nobody.status == 401 && nobody.string("/type") == "/problems/not-authenticated")
            #expect(nobody.field("WWW-Authenticate") == "Bearer realm=\"tranche\"")
            let unknown = SecretToken.random(.session).text
            for token in [unknown, SecretToken.random(.access).text, "x", "trs_"] {
                let answer = try await server.call("GET", "/api/v1/me", as: token)
                #expect(answer.status == 401)
                #expect(answer.field("WWW-Authenticate") == "Bearer realm=\"tranche\", error=\"invalid_token\"")
            }
            let basic = try await server.call("GET", "/api/v1/me", ["Authorization": "Basic YTpi"])
            #expect(basic.status == 401)
        }
    }

    /// A program's token works in a header, never in a cookie.
    @Test func tokensOfProgramsAreNoCookies() async throws {
        try await TestServer.lend { server in
            try await server.addPeople()
            let token = try await server.workspace.issueToken(for: "finance", label: "export").text
            #expect(try await server.call("GET", "/api/v1/me", as: token).status == 200)
            #expect(try await server.call("GET", "/api/v1/me", ["Cookie": "tranche=\(token)"]).status == 401)
        }
    }

    @Test func wrongPasswordsAreToldAndThenPaused() async throws {
        try await TestServer.lend { server in
            try await server.addPeople()
            let wrong = #"{"name":"finance","password":"wrong horse battery"}"#
            for _ in 0..<5 {
                let answer = try await server.call("POST", "/api/v1/sessions", json: wrong)
                #expect(answer.status == 401 && answer.string("/type") == "/problems/log-in-failed")
            }
            let paused = try await server.call("POST", "/api/v1/sessions", json: Self.credentials)
            #expect(paused.status == 429 && paused.field("Retry-After") == "30")
            let unknown = #"{"name":"nobody","password":"wrong horse battery"}"#
            let first = try await server.call("POST", "/api/v1/sessions", json: unknown)
            #expect(first.status == 401 && first.string("/type") == "/problems/log-in-failed")
            #expect(!server.log.text.contains("horse"))
        }
    }

    /// Each header that a browser sends, or does not, with a write by cookie, and what comes of it.
    @Test(arguments: [
        ([:], 403), (["Sec-Fetch-Site": "same-origin"], 204), (["Sec-Fetch-Site": "none"], 204),
        (["Sec-Fetch-Site": "same-site"], 403), (["Sec-Fetch-Site": "cross-site"], 403),
        (["Origin": "http://localhost:PORT"], 204), (["Origin": "https://localhost:PORT"], 204),
        (["Origin": "http://evil.example"], 403), (["Origin": "null"], 403),
        (["Sec-Fetch-Site": "cross-site", "Origin": "http://localhost:PORT"], 403),
    ])
    func otherSitesCannotWriteByCookie(_ fields: [String: String], _ status: Int) async throws {
        try await TestServer.lend { server in
            try await server.addPeople()
            var fields = fields.mapValues { $0.replacing("PORT", with: String(server.port)) }
            fields["Cookie"] = "tranche=\(try await server.logIn("finance"))"
            let answer = try await server.call("DELETE", "/api/v1/sessions/current", fields)
            #expect(answer.status == status)
            #expect(answer.string("/type") == (status == 403 ? "/problems/cross-site" : nil))
        }
    }

    /// A log-in carries no cookie yet, but must not be sent for somebody by another site either; and a bearer's token
    /// proves by itself that no browser was tricked.
    @Test func logInAndBearersAreLookedAtToo() async throws {
        try await TestServer.lend { server in
            try await server.addPeople()
            let foreign = ["Sec-Fetch-Site": "cross-site"]
            #expect(try await server.call("POST", "/api/v1/sessions", foreign, json: Self.credentials).status == 403)
            #expect(try await server.call("POST", "/api/v1/sessions", json: Self.credentials).status == 201)
            let token = try await server.logIn("finance")
            #expect(try await server.call("DELETE", "/api/v1/sessions/current", as: token, foreign).status == 204)
        }
    }
}
