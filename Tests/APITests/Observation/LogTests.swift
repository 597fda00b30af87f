import Logging
import Testing

@testable import API
@testable import Serving

@Suite struct LogTests {
    /// One line a request, with what an operator needs and nothing that could be misused.
    @Test func aLineTellsOfARequestWithoutSecrets() async throws {
        try await TestServer.lend { server in
            try await server.addPeople()
            let token = try await server.logIn("admin")
            let cookie = ["Cookie": "tranche=\(token)", "X-Request-Id": "abc"]
            _ = try await server.call("GET", "/api/v1/tokens?account=sought-name", cookie)
            _ = try await server.call("GET", "/api/v1/accounts/path-name/roles?x=value-name", as: token)
            _ = try await server.call("POST", "/api/v1/sessions", json: #"{"name":"body-name","password":"body-pass"}"#)
            _ = try await server.call("MKCOL", "/unknown-name", as: token)
            let lines = server.log.all
            // One more tells that it listens.
            #expect(lines.count == 5, "\(lines)")
            let line = try #require(lines.first { $0.contains("/api/v1/tokens") })
            for part in [
                #""level":"info""#, #""method":"GET""#, #""route":"/api/v1/tokens""#, #""status":200"#,
                #""request":"abc""#, #""account":"admin""#, #""ms":"#,
            ] { #expect(line.contains(part), "\(line)") }
            for secret in [token, "-name", "-pass", "MKCOL", "horse"] {
                #expect(!server.log.text.contains(secret), "\(secret)")
            }
            for line in lines { #expect(SchemaCheck.faults(Array(line.utf8), .map(.anything)) == []) }
        }
    }

    @Test func metadataIsJSON() {
        let lines = LogLines()
        var logger = TestLogger.writing(to: lines)
        logger[metadataKey: "z"] = ["a", ["k": "v\"\n"]]
        logger.info("m", metadata: ["n": .stringConvertible(3), "d": .stringConvertible(0.25), "b": "\(true)"])
        #expect(lines.text.hasSuffix(#""message":"m","b":"true","d":0.25,"n":3,"z":["a",{"k":"v\"\n"}]}"# + "\n"))
    }
}
