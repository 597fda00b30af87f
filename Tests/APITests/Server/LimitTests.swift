import HTTPTypes
import NIOCore
import Testing
import Values

@testable import API
@testable import Serving

/// Each limit against the server itself, by raw bytes.
@Suite struct LimitTests {
    private static let route = Route(
        method: .post, path: "/echo", summary: "Tells how much came.", tag: .operation, access: .anybody,
        body: .stream(types: ["application/octet-stream"], most: 2000),
        answers: [.init(status: .ok, description: "", content: .json(.object([.required("bytes", .integer())])))]
    ) { call in
        var count = 0
        if let stream = call.stream { for try await part in stream { count += part.readableBytes } }
        return .json { $0.write(text: "{\"bytes\":\(count)}") }
    }

    /// Limits so short that a test does not wait long for them; the server's own patience is the only clock.
    private static func short(_ change: (inout ServerLimits) -> Void) -> ServerConfiguration {
        var configuration = ServerConfiguration()
        change(&configuration.limits)
        return configuration
    }

    private static let post = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/octet-stream\r\n"

    @Test func aHeadThatDripsIsCutOff() async throws {
        try await TestServer.lend(Self.short { $0.headTime = .milliseconds(200) }) { server in
            try await server.connected { connection in
                try await connection.send("GET /healthz HTTP/1.1\r\nX-A: ")
                try await connection.waitForEnd()
            }
            try await server.connected { try await $0.waitForEnd() }
            #expect(server.log.all.count == 1, "only that it listens: \(server.log.text)")
        }
    }

    @Test func anIdleConnectionIsClosed() async throws {
        try await TestServer.lend(Self.short { $0.idleTime = .milliseconds(200) }) { server in
            try await server.connected { connection in
                try await connection.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try await connection.answer()?.status == 200)
                try await connection.waitForEnd()
            }
        }
    }

    /// A body that comes a byte at a time does not win time by it.
    @Test func aBodyThatDoesNotComeIsTold() async throws {
        let configuration = Self.short { $0.requestTime = .milliseconds(200) }
        try await TestServer.lend(configuration, routes: [Self.route]) { server in
            try await server.connected { connection in
                try await connection.send(Self.post + "Content-Length: 5\r\n\r\nab")
                let answer = try #require(try await connection.answer())
                #expect(answer.status == 408 && answer.string("/type") == "/problems/request-timed-out")
                #expect(answer.field("Connection") == "close" && answer.field("X-Request-Id") != nil)
                try await connection.waitForEnd()
            }
        }
    }

    /// Heads that are refused before they become requests.
    enum BadHead: CaseIterable {
        case longField, longTogether, manyFields, noColon, badLength, controlCharacter

        var fields: String {
            switch self {
            case .longField: "X-A: \(String(repeating: "a", count: 17_000))\r\n"
            case .longTogether: (0..<20).map { "X-A\($0): \(String(repeating: "a", count: 1000))\r\n" }.joined()
            case .manyFields: (0..<120).map { "X-\($0): a\r\n" }.joined()
            case .noColon: "no colon\r\n"
            case .badLength: "Content-Length: x\r\n"
            case .controlCharacter: "X-A: a\u{1}b\r\n"
            }
        }

        var status: Int {
            switch self {
            case .longField, .longTogether, .manyFields: 431
            case .noColon, .badLength, .controlCharacter: 400
            }
        }
    }

    @Test(arguments: BadHead.allCases)
    func aHeadThatIsTooLongOrNoneIsTold(_ head: BadHead) async throws {
        try await TestServer.lend { server in
            try await server.connected { connection in
                try await connection.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\(head.fields)\r\n")
                let answer = try #require(try await connection.answer())
                #expect(answer.status == head.status && answer.field("Content-Type") == "application/problem+json")
                #expect(SchemaCheck.faults(answer.body, .reference(.problem)) == [])
                connection.finish()
                try await connection.waitForEnd()
            }
        }
    }

    @Test func aLongPathIsTooLongToo() async throws {
        try await TestServer.lend { server in
            try await server.connected { connection in
                try await connection.send("GET /\(String(repeating: "a", count: 17_000)) HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try await connection.answer()?.status == 431)
            }
        }
    }

    /// What is no request is answered behind the requests before it.
    @Test func whatFollowsAGoodRequestIsAnsweredBehindIt() async throws {
        try await TestServer.lend { server in
            try await server.connected { connection in
                try await connection.send("GET /readyz HTTP/1.1\r\nHost: a\r\n\r\nnonsense\r\n\r\n")
                #expect(try await connection.answer()?.status == 200)
                #expect(try await connection.answer()?.status == 400)
                connection.finish()
                try await connection.waitForEnd()
            }
        }
    }

    /// Too long a body is refused before its first byte.
    @Test(arguments: [(2000, 2000, 200), (2001, 0, 413)])
    func aBodyIsAsLongAsItsRouteSays(_ announced: Int, _ sent: Int, _ status: Int) async throws {
        try await TestServer.lend(routes: [Self.route]) { server in
            try await server.connected { connection in
                let body = String(repeating: "x", count: sent)
                try await connection.send(Self.post + "Content-Length: \(announced)\r\n\r\n" + body)
                #expect(try await connection.answer()?.status == status)
            }
        }
    }

    /// A body without an announced length is counted as it comes, and the answer comes before its end.
    @Test func chunksAreCounted() async throws {
        try await TestServer.lend(routes: [Self.route]) { server in
            try await server.connected { connection in
                try await connection.send(Self.post + "Transfer-Encoding: chunked\r\n\r\n")
                for _ in 0..<3 { try await connection.send("3e8\r\n\(String(repeating: "x", count: 1000))\r\n") }
                let answer = try #require(try await connection.answer())
                #expect(answer.status == 413 && answer.string("/type") == "/problems/body-too-large")
                try await connection.send("0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try await connection.answer()?.status == 404, "the connection goes on")
            }
        }
    }

    /// A body that breaks off is never taken for a whole one.
    @Test(arguments: [false, true])
    func aBodyThatBreaksOffIsNoBody(isChunked: Bool) async throws {
        try await TestServer.lend(routes: [Self.route]) { server in
            try await server.connected { connection in
                let rest = isChunked ? "Transfer-Encoding: chunked\r\n\r\n5\r\nab" : "Content-Length: 5\r\n\r\nab"
                try await connection.send(Self.post + rest)
                connection.finish()
                let answer = try await connection.answer()
                #expect(answer.map { $0.status == 400 } ?? true)
                try await connection.waitForEnd()
            }
            #expect(!server.log.text.contains(#""status":200"#))
        }
    }

    @Test func whoeverWaitsToBeToldToGoOnIsTold() async throws {
        try await TestServer.lend(routes: [Self.route]) { server in
            try await server.connected { connection in
                try await connection.send(Self.post + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n")
                #expect(try await connection.head()?.status == 100)
                try await connection.send("ab")
                #expect(try await connection.answer()?.integer("/bytes") == 2)
            }
        }
    }

    /// Whoever asks to close and then does not is not waited for as long as an idle connection.
    @Test func closingIsNotIdling() async throws {
        let configuration = Self.short { limits in
            limits.connections = 1
            limits.lingerTime = .milliseconds(200)
            limits.idleTime = .seconds(3600)
        }
        try await TestServer.lend(configuration) { server in
            try await server.connected { first in
                try await first.send("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                #expect(try await first.answer()?.status == 200)
                try await first.waitForEnd()
                #expect(try await server.call("GET", "/healthz").status == 200)
            }
        }
    }

    /// One more connection than may be waits until another ends.
    @Test func oneConnectionTooManyWaits() async throws {
        try await TestServer.lend(Self.short { $0.connections = 1 }) { server in
            let second = try await server.connected { first in
                try await first.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try await first.answer()?.status == 200)
                let second = Task {
                    try await server.connected { second in
                        try await second.send("GET /readyz HTTP/1.1\r\nHost: a\r\n\r\n")
                        return try await second.answer()?.status
                    }
                }
                // Whatever the second has sent by now, only the first is heard.
                for _ in 0..<20 {
                    try await first.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
                    #expect(try await first.answer()?.status == 200)
                }
                #expect(!server.log.text.contains("/readyz"))
                return second
            }
            #expect(try await second.value == 200)
        }
    }
}
