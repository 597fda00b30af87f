import HTTPTypes
import Logging
import Synchronization
import Testing
import Values

@testable import API
@testable import Serving

@Suite struct ShutdownTests {
    /// A request in flight ends well, an idle connection is closed, and nobody new is let in.
    @Test func whatIsInFlightIsFinished() async throws {
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let route = Route(
            method: .get, path: "/slow", summary: "Waits.", tag: .operation, access: .anybody,
            answers: [.init(status: .ok, description: "", content: .json(.reference(.condition)))]
        ) { _ in
            start.yield()
            _ = await gate.first { _ in true }
            return .json { $0.write("{\"status\":\"ok\"}") }
        }
        try await TestServer.lend(routes: [route]) { server in
            try await server.connected { idle in
                try await idle.send("GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try await idle.answer()?.status == 404)
                try await server.connected { busy in
                    try await busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
                    _ = await started.first { _ in true }
                    await server.shutDown()
                    try await idle.waitForEnd()
                    await #expect(throws: (any Error).self) {
                        try await server.connected { connection in
                            try await connection.send("GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n")
                            _ = try #require(try await connection.answer())
                        }
                    }
                    open.yield()
                    #expect(try await busy.answer()?.status == 200)
                    try await busy.waitForEnd()
                }
            }
        }
    }

    @Test func housekeepingGoesOnAfterAFailure() async throws {
        struct Unforeseen: Error {}
        let log = LogLines()
        let done = Mutex(0)
        var logger = TestLogger.writing(to: log)
        logger.logLevel = .error
        let tasks = [
            Housekeeping.Task(name: "first") { throw Unforeseen() },
            Housekeeping.Task(name: "second") { done.withLock { $0 += 1 } },
        ]
        await Housekeeping(tasks: tasks, logger: logger).round()
        #expect(done.withLock { $0 } == 1)
        #expect(log.text.contains(#""code":"Unforeseen","task":"first""#), "\(log.text)")
    }
}
