import IdentitySupport
import Operations
import Passwords
import Testing

@testable import API
@testable import Serving

@Suite struct OwnSecurityTests {
    @Test func aSecondFactorFromItsBeginningToItsEnd() async throws {
        try await TestServer.lend { server in
            try await server.addPeople()
            let token = try await server.logIn("finance")
            let path = "/api/v1/me/second-factor"
            let unproved = try await server.call("POST", path, as: token, json: "{}")
            #expect(unproved.status == 403 && unproved.string("/type") == "/problems/confirmation-required")
            let begun = try await server.call("POST", path, as: token, json: "{\(TestServer.confirmation)}")
            let app = Authenticator(base32: try #require(begun.string("/secret")))
            #expect(begun.status == 201 && begun.string("/uri")?.hasPrefix("otpauth://totp/") == true)
            let first = #"{"code":"\#(app.code(server.clock.now))"}"#
            #expect(try await server.call("POST", path + "/confirmation", as: token, json: first).status == 204)
            let enrolled = try await server.call("GET", path, as: token)
            #expect(enrolled.string("/enrolledAt") == "2024-06-03T12:00:00.000000+08:00")
            server.clock.set("2024-06-04")
            let name = #""name":"finance","password":"\#(TestServer.password)""#
            let half = try await server.call("POST", "/api/v1/sessions", json: "{\(name)}")
            #expect(half.status == 401 && half.string("/type") == "/problems/second-factor-required")
            let code = #"{\#(name),"code":"\#(app.code(server.clock.now))"}"#
            let opened = try await server.call("POST", "/api/v1/sessions", json: code)
            let session = try #require(opened.string("/token"))
            #expect(try await server.call("POST", "/api/v1/sessions", json: code).status == 401, "a code is good once")
            let last = #"{"code":"\#(app.code(server.clock.now, later: 1))"}"#
            #expect(try await server.call("POST", path + "/removal", as: session, json: last).status == 204)
            #expect(!(try await server.call("GET", path, as: session).text.contains("2024")))
            #expect(!server.log.text.contains(app.secret.base32))
        }
    }

    @Test func ownSessionsAreSeenAndEnded() async throws {
        try await TestServer.lend { server in
            try await server.addPeople()
            let (mine, other) = (try await server.logIn("head"), try await server.logIn("head"))
            let listed = try await server.call("GET", "/api/v1/me/sessions", as: mine)
            #expect(listed.count("/sessions") == 2)
            let ids = try (0..<2).map { try #require(listed.integer("/sessions/\($0)/id")) }
            let current = listed.text.contains(#""id":\#(ids[0]),"isCurrent":true"#) ? ids[0] : ids[1]
            let foreign = try await server.logIn("officer")
            let path = "/api/v1/me/sessions/"
            #expect(try await server.call("DELETE", path + String(current), as: foreign).status == 404)
            let rest = ids.first { $0 != current } ?? 0
            #expect(try await server.call("DELETE", path + String(rest), as: mine).status == 204)
            #expect(try await server.call("GET", "/api/v1/me", as: other).status == 401)
            _ = try await server.logIn("head")
            #expect(try await server.call("DELETE", "/api/v1/me/sessions", as: mine).integer("/ended") == 1)
        }
    }

    @Test func aPasswordIsChangedByTheOldOne() async throws {
        try await TestServer.lend { server in
            try await server.addPeople()
            let (mine, other) = (try await server.logIn("head"), try await server.logIn("head"))
            let path = "/api/v1/me/password"
            func change(_ old: String, _ new: String) async throws -> RawAnswer {
                try await server.call(
                    "PUT", path, as: mine, json: #"{"current":"\#(old)","password":"\#(new)"}"#)
            }
            let wrong = try await change("wrong horse battery", "staple in the dark")
            #expect(wrong.status == 403 && wrong.string("/type") == "/problems/confirmation-failed")
            #expect(try await change(TestServer.password, "short").status == 422)
            #expect(try await change(TestServer.password, "staple in the dark").status == 204)
            #expect(try await server.call("GET", "/api/v1/me", as: mine).status == 200)
            #expect(try await server.call("GET", "/api/v1/me", as: other).status == 401)
        }
    }
}
