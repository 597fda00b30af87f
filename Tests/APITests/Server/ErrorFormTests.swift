import HTTPTypes
import Testing

@testable import API
@testable import Serving

/// Every way of asking wrongly, over HTTP, gives a problem document.
@Suite struct ErrorFormTests {
    @Test func whatIsNotThere() async throws {
        try await TestServer.lend { server in
            for path in ["/nothing", "/nowhere", "/api/v1/me/", "/api/v1/%zz", "/api/v1/accounts//roles"] {
                let answer = try await server.call("GET", path)
                #expect(answer.status == 404 && answer.string("/type") == "/problems/unknown-path", "\(path)")
            }
            let deleted = try await server.call("DELETE", "/api/v1/me")
            #expect(deleted.status == 405 && deleted.field("Allow") == "GET, HEAD")
            #expect(try await server.call("GET", "/api/v1/accounts/x/roles").field("Allow") == "PUT")
            #expect(try await server.call("PROPFIND", "/api/v1/accounts").field("Allow") == "GET, HEAD, POST")
            // The same path, otherwise written (RFC 3986, section 6.2.2).
            #expect(try await server.call("GET", "/%68ealthz").status == 200)
        }
    }

    @Test func formsThatDoNotFit() async throws {
        try await TestServer.lend { server in
            let html = try await server.call("GET", "/healthz", ["Accept": "text/html"])
            #expect(html.status == 406 && html.string("/type") == "/problems/not-acceptable")
            for type in ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=gbk", ""] {
                let answer = try await server.call("POST", "/api/v1/sessions", ["Content-Type": type], json: "{}")
                #expect(answer.status == 415 && answer.string("/type") == "/problems/unsupported-media-type")
            }
            let packed = ["Content-Encoding": "gzip"]
            #expect(try await server.call("POST", "/api/v1/sessions", packed, json: "{}").status == 415)
            let charset = ["Content-Type": "application/json; charset=UTF-8"]
            #expect(try await server.call("POST", "/api/v1/sessions", charset, json: "{}").status == 422)
        }
    }

    @Test(arguments: [
        ("", "json-syntax"), ("{", "json-syntax"), ("{\"name\":\"a\",\"name\":\"b\"}", "json-repeated-name"),
        ("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "json-depth"), ("\"\\ud800\"", "json-encoding"),
    ])
    func bodiesThatAreNoJSON(_ body: String, _ code: String) async throws {
        try await TestServer.lend { server in
            let answer = try await server.call("POST", "/api/v1/sessions", ["Accept-Language": "en"], json: body)
            #expect(answer.status == 400 && answer.string("/type") == "/problems/" + code)
            #expect(answer.string("/errors/0/code") == code && answer.string("/errors/0/pointer") == "")
            #expect(answer.string("/title") == "Bad request" && answer.field("Content-Language") == "en")
        }
    }

    @Test func thirtyTwoLevelsAreRead() async throws {
        try await TestServer.lend { server in
            let deep = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
            let answer = try await server.call("POST", "/api/v1/sessions", json: deep)
            #expect(answer.status == 422 && answer.string("/errors/0/code") == "wrong-type")
            #expect(answer.string("/errors/0/message") == "值的类型不对，应为：对象。")
        }
    }

    @Test func aBodyMayHaveOneMebibyte() async throws {
        try await TestServer.lend { server in
            let body = "{\"name\":\"\(String(repeating: "a", count: (1 << 20) - 11))\"}"
            #expect(body.utf8.count == 1 << 20)
            #expect(try await server.call("POST", "/api/v1/sessions", json: body).status == 422)
            let longer = try await server.call("POST", "/api/v1/sessions", json: body + " ")
            #expect(longer.status == 413 && longer.string("/type") == "/problems/body-too-large")
        }
    }

    /// Nobody ever sees why: the reason is in the log, with the name of the request.
    @Test func whatFailsInsideIsToldToTheOperatorAlone() async throws {
        struct Unforeseen: Error {}
        let route = Route(
            method: .get, path: "/broken", summary: "Fails.", tag: .operation, access: .anybody, answers: []
        ) { _ in throw Unforeseen() }
        try await TestServer.lend(routes: [route]) { server in
            let answer = try await server.call("GET", "/broken", ["X-Request-Id": "my-request"])
            #expect(answer.status == 500 && answer.field("X-Request-Id") == "my-request")
            #expect(answer.text == #"{"type":"/problems/internal-error","title":"内部错误","status":500}"#)
            let line = try #require(server.log.all.first { $0.contains(#""level":"error""#) })
            #expect(line.contains(#""code":"Unforeseen""#) && line.contains(#""request":"my-request""#))
        }
    }
}
