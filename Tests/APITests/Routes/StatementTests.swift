import Operations
import Testing
import Values

@testable import API
@testable import Serving

@Suite struct StatementTests {
    private static let dossier = #"""
        {"contract":{"number":"眉/政 1%","title":"t","buyer":"眉山市政务服务局","supplier":"s","currency":"CNY","price":"1000.00",
        "signedOn":"2024-01-10","installments":[{"id":"first","label":"首付款","kind":"advance",
        "amount":{"fixed":"400.00"},"when":{"event":"signed"},"within":{"days":30},"needs":["invoice"]},
        {"id":"last","label":"尾款","kind":"milestone","amount":{"fixed":"600.00"},"when":{"event":"accepted"}}]},
        "facts":[{"id":"s","kind":"event","event":"signed","on":"2024-01-10"}]}
        """#.split(separator: "\n").joined()

    private static let path = "/api/v1/contracts/%E7%9C%89%2F%E6%94%BF%201%25/statement"

    private func lend(_ body: @escaping @Sendable (TestServer, _ token: String) async throws -> Void) async throws {
        try await TestServer.lend { server in
            try await server.addPeople()
            let dossiers = AsyncStream { continuation in
                continuation.yield(Array(Self.dossier.utf8))
                continuation.finish()
            }
            _ = try await server.workspace.importDossiers(dossiers, report: { _ in })
            try await body(server, try await server.logIn("officer"))
        }
    }

    /// A statement that was asked for before is the same bytes, and none is shown for another one or to anybody else.
    @Test func aStatementIsWrittenOnceForAllThatItDependsOn() async throws {
        try await TestServer.lend { server in
            let office = try await Office.open(server)
            let (contract, officer) = (try await office.contract(), office.token(.officer))
            func read(
                _ query: String = "", _ language: String = "zh", as token: String? = nil
            ) async throws -> RawAnswer {
                try await server.call(
                    "GET", contract + "/statement" + query, as: token ?? officer, ["Accept-Language": language])
            }
            let first = try await read()
            #expect(try await read().body == first.body)
            let english = try await read("", "en")
            #expect(english.body != first.body && english.text.contains("\"asOf\":\"2024-06-04\""))
            #expect(try await read("?asOf=2024-02-01").string("/asOf") == "2024-02-01")
            #expect(try await read("?knownAt=2024-06-04").body == first.body)
            #expect(try await read("", as: office.tokens[.stranger]).status == 404)
            let event = #"{"kind":"event","event":"accepted","on":"2024-06-03"}"#
            _ = try await office.call(.officer, "POST", contract + "/facts", event)
            let later = try await read()
            #expect(later.field("ETag") != first.field("ETag") && later.body != first.body)
            server.clock.set("2024-06-05")
            let tomorrow = try await read("", as: try await server.logIn("officer"))
            #expect(tomorrow.string("/asOf") == "2024-06-05")
        }
    }

    @Test func aStatementByAnEscapedNumber() async throws {
        try await lend { server, token in
            let answer = try await server.call("GET", Self.path + "?asOf=2024-02-20", as: token)
            #expect(answer.status == 200 && answer.string("/contract") == "眉/政 1%" && answer.field("ETag") == "\"2\"")
            #expect(answer.string("/asOf") == "2024-02-20" && answer.string("/next/status") == "blocked")
            #expect(answer.string("/because/outstanding/text") == "各期合计 1000.00 元")
            let english = try await server.call(
                "GET", Self.path + "?asOf=2024-02-20&knownAt=2024-06-03", as: token, ["Accept-Language": "en"])
            #expect(english.status == 200)
            #expect(english.string("/because/outstanding/text")?.contains("1000.00") == true)
        }
    }

    @Test func whatIsNotThereOrNotAskedRightIsTold() async throws {
        try await lend { server, token in
            let before = try await server.call("GET", Self.path + "?knownAt=2024-01-01", as: token)
            #expect(before.status == 404 && before.string("/type") == "/problems/contract-not-known-then")
            let other = try await server.call("GET", "/api/v1/contracts/no/statement", as: token)
            #expect(other.status == 404 && other.string("/type") == "/problems/unknown-contract")
            let wrong = try await server.call("GET", Self.path + "?asOf=2024-02-30&as=1", as: token)
            #expect(wrong.status == 400 && wrong.string("/type") == "/problems/invalid-parameters")
            #expect(wrong.count("/errors") == 1 && wrong.string("/errors/0/parameter") == "as")
            let day = try await server.call("GET", Self.path + "?asOf=2024-02-30&knownAt=x", as: token)
            #expect(day.string("/errors/0/code") == "bad-date" && day.string("/errors/1/code") == "bad-instant")
            let admin = try await server.logIn("admin")
            #expect(try await server.call("GET", Self.path, as: admin).status == 403)
        }
    }
}
