import Operations
import Testing
import Values

@testable import API

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
