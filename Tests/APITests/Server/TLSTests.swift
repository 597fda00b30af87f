import Foundation
import Testing

@testable import API
@testable import Serving

@Suite struct TLSTests {
    /// A certificate of this test for localhost, and its key.
    private func withCertificate(_ body: (TLSFiles) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = TLSFiles(certificate: folder + "/certificate.pem", key: folder + "/key.pem")
        let command =
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
            + " -addext subjectAltName=DNS:localhost -keyout \(files.key) -out \(files.certificate) 2>/dev/null"
        try #require(system(command) == 0)
        try await body(files)
    }

    @Test func overTLSTheCookieIsBoundToTheHost() async throws {
        try await withCertificate { files in
            var configuration = ServerConfiguration()
            configuration.tls = files
            try await TestServer.lend(configuration) { server in
                try await server.addPeople()
                let log = #"{"name":"finance","password":"\#(TestServer.password)"}"#
                let opened = try await server.call(
                    "POST", "/api/v1/sessions", json: log, trusting: files.certificate)
                let token = try #require(opened.string("/token"))
                #expect(opened.field("Strict-Transport-Security") == "max-age=31536000")
                #expect(
                    opened.field("Set-Cookie")
                        == "__Host-tranche=\(token); Path=/; HttpOnly; SameSite=Lax; Secure")
                let me = try await server.call(
                    "GET", "/api/v1/me", ["Cookie": "__Host-tranche=\(token)"], trusting: files.certificate)
                #expect(me.status == 200)
                let plain = ["Cookie": "__Host-tranche=\(token)", "Origin": "http://localhost:\(server.port)"]
                let refused = try await server.call(
                    "DELETE", "/api/v1/sessions/current", plain, trusting: files.certificate)
                #expect(refused.status == 403, "an origin without TLS is another one")
            }
        }
    }

    @Test func filesThatCannotBeUsedStopTheStart() async throws {
        var configuration = ServerConfiguration()
        configuration.tls = TLSFiles(certificate: "/nowhere.pem", key: "/nowhere.pem")
        let unusable = configuration
        await #expect(throws: (any Error).self) {
            try await TestServer.lend(unusable) { _ in Issue.record("it started") }
        }
    }
}
