import HTTPTypes
import JSON
import Operations
import Testing
import Values

@testable import API
@testable import Serving

/// The description at /openapi.json. `openapi-spec-validator` finds it valid; what can be told without it is told here.
@Suite struct DescriptionTests {
    private static let bytes = OpenAPIDocument(routes: Route.all, cookie: "c").bytes

    private func read<Value>(_ body: (JSONValue) -> Value) throws -> Value {
        var parser = JSONParser()
        return try Self.bytes.withUnsafeBufferPointer { try parser.parse($0, body).get() }
    }

    @Test func everyRouteIsDescribedAndNothingElse() throws {
        let described = try read { root in
            (root.member("paths").map { Array($0.members) } ?? []).flatMap { path in
                path.value.members.map { $0.name.text.uppercased() + " " + path.name.text }
            }
        }
        #expect(described.sorted() == Route.all.map { "\($0.method.rawValue) \($0.path.text)" }.sorted())
        let document = String(decoding: Self.bytes, as: UTF8.self)
        for route in Route.all {
            for kind in route.allRefusals { #expect(route.documents(kind.status)) }
            #expect(document.contains("\"\(route.operationID)\""))
        }
        #expect(Set(Route.all.map(\.operationID)).count == Route.all.count)
    }

    @Test func everyReferenceLeadsSomewhere() throws {
        let (named, there) = try read { root in
            let schemas = root.descendant(["components", "schemas"])
            return (references(in: root), Set(schemas.members.map { "#/components/schemas/" + $0.name.text }))
        }
        #expect(named == there, "and every component is named")
    }

    private func references(in value: JSONValue) -> Set<String> {
        var found: Set<String> = []
        for member in value.members {
            if member.name.isText("$ref") { found.insert(member.value.text) }
            found.formUnion(references(in: member.value))
        }
        for element in value.elements { found.formUnion(references(in: element)) }
        return found
    }

    @Test(arguments: Route.all.map(\.operationID))
    func parametersOfThePathAreDocumented(_ id: String) throws {
        let route = try #require(Route.all.first { $0.operationID == id })
        #expect(route.parameters.filter { $0.place == .path }.map(\.name) == route.path.parameters)
        #expect(route.path.text.hasPrefix("/api/v1/") || route.tag == .operation)
        #expect(route.path.text.hasPrefix("/api/v1/") == (route.tag != .operation))
        if route.method.isUnsafe { #expect(route.access != .anybody || route.path.text == "/api/v1/sessions") }
    }

    @Test func itIsServedAsItIs() async throws {
        try await TestServer.lend { server in
            let answer = try await server.call("GET", "/openapi.json")
            #expect(answer.status == 200 && answer.string("/openapi") == "3.1.0")
            #expect(answer.string("/components/securitySchemes/session/name") == "tranche")
            #expect(try await server.call("GET", "/healthz").text == #"{"status":"ok"}"#)
            #expect(try await server.call("GET", "/readyz").status == 200)
        }
    }

    @Test func withoutItsDatabaseTheServiceIsNotReady() async throws {
        try await TestServer.lend { server in
            try await server.workspace.close()
            let answer = try await server.call("GET", "/readyz")
            #expect(answer.status == 503 && answer.string("/type") == "/problems/not-ready")
            #expect(answer.field("Retry-After") != nil)
            #expect(try await server.call("GET", "/healthz").status == 200)
        }
    }
}
