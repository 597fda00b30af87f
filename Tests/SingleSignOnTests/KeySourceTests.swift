import FoundationEssentials
import Glibc
import IdentitySupport
import Testing

@testable import SingleSignOn

@Suite struct KeySourceTests {
    @Test(arguments: [
        ("https://sso.example.gov.cn/keys", true), ("http://127.0.0.1:8080/keys", true),
        ("http://localhost/keys", true),
        ("http://[::1]:8080/keys", true), ("HTTPS://SSO.example", true), ("http://sso.example.gov.cn/keys", false),
        ("http://127.0.0.1.evil.example/", false), ("http://127.0.0.1@evil.example/", false),
        ("https://user:secret@sso.example/", false), ("http://localhost.evil.example/", false),
        ("http://0177.0.0.1/", false), ("ftp://127.0.0.1/", false), ("file:///etc/passwd", false), ("keys", false),
        ("https:///keys", false),
    ])
    func keysComeSafelyOrNotAtAll(text: String, isAllowed: Bool) throws {
        let source = KeySource.url(try #require(URL(string: text)))
        #expect(source.isAllowed == isAllowed)
        if !isAllowed {
            #expect(throws: SingleSignOnError.keysNotAllowed) {
                _ = try SingleSignOn(issuer: "i", audience: "a", keys: source)
            }
        }
    }

    @Test func keysAreReadFromAFile() async throws {
        let provider = try Provider()
        var template = Array("/tmp/tranche-keys-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        try #require(descriptor >= 0)
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer {
            close(descriptor)
            unlink(path)
        }
        let set = try provider.set()
        #expect(write(descriptor, set, set.count) == set.count)
        let signOn = try SingleSignOn(issuer: Provider.issuer, audience: Provider.audience, keys: .file(path))
        #expect(await signOn.refusal(try provider.token()) == nil)
        let padding = [UInt8](repeating: 0x20, count: KeySource.mostBytes)
        #expect(write(descriptor, padding, padding.count) == padding.count)
        await refuses(.file(path))
        for other in [path + ".none", "/tmp", "/dev/null/x", ""] { await refuses(.file(other)) }
    }

    @Test func keysAreFetched() async throws {
        let provider = try Provider()
        let set = try provider.set()
        let server = try #require(CannedServer(answering: answer("200 OK", set)))
        defer { server.stop() }
        let url = try #require(URL(string: "http://127.0.0.1:\(server.port)/keys"))
        let signOn = try SingleSignOn(issuer: Provider.issuer, audience: Provider.audience, keys: .url(url))
        for algorithm in ["ES256", "RS256"] {
            #expect(await signOn.refusal(try provider.token(with: algorithm)) == nil)
        }
        #expect(server.asked == 1)
    }

    /// Errors and redirections, which lead nowhere.
    @Test(arguments: [
        ("404 Not Found", ""), ("500 Oops", ""), ("204 No Content", ""), ("302 Found", "Location: /other\r\n"),
        ("307 Temporary Redirect", "Location: https://evil.example/\r\n"),
    ])
    func anAnswerThatIsNotOKIsNoKeys(status: String, header: String) async throws {
        let server = try #require(CannedServer(answering: answer(status, try Provider().set(), header)))
        defer { server.stop() }
        await refuses(.url(try #require(URL(string: "http://127.0.0.1:\(server.port)/"))))
        #expect(server.asked == 1)
    }

    @Test func anAnswerIsBounded() async throws {
        let long = [UInt8](repeating: 0x20, count: KeySource.mostBytes + 1)
        let cut = Array(answer("200 OK", long).prefix(2000))
        let endless = Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + [UInt8](repeating: 0x20, count: 1 << 20)
        for bytes in [answer("200 OK", long), cut, endless, Array("SSH-2.0-OpenSSH\r\n".utf8), []] {
            let server = try #require(CannedServer(answering: bytes))
            defer { server.stop() }
            await refuses(.url(try #require(URL(string: "http://127.0.0.1:\(server.port)/"))))
            #expect(server.asked >= 1)
        }
    }

    @Test func aServerThatSaysNothingIsGivenUp() async throws {
        let server = try #require(CannedServer(answering: [], silent: true))
        defer { server.stop() }
        await refuses(.url(try #require(URL(string: "http://127.0.0.1:\(server.port)/"))))
    }

    private func refuses(_ source: KeySource) async {
        await #expect(throws: SingleSignOnError.keysUnavailable) {
            _ = try await PublishedKey.read(try await source.load())
        }
    }

    private func answer(_ status: String, _ body: [UInt8], _ header: String = "") -> [UInt8] {
        Array("HTTP/1.1 \(status)\r\n\(header)Content-Length: \(body.count)\r\nConnection: close\r\n\r\n".utf8) + body
    }
}
