internal import Logging
internal import Operations
internal import ServiceLifecycle

/// What the service does on its own, at once and then once an interval, one thing after the other.
struct Housekeeping: Service {
    /// One thing to do. What it throws is logged, and it is tried again in the next round.
    struct Task: Sendable {
        let name: String
        let run: @Sendable () async throws -> Void
    }

    /// So that what fails does not fill the log.
    private static let pauseAfterFailure = Duration.seconds(10)

    let tasks: [Task]
    let logger: Logger
    var interval = Duration.seconds(60)

    /// The tasks of the server.
    static func standard(_ server: ServerContext) -> [Task] {
        let delivery = CheckpointDelivery()
        return [
            Task(name: "figures of the day") { try await server.workspace.housekeep() },
            Task(name: "pruning") { try await server.workspace.prune() },
            Task(name: "checkpoint copies") {
                try await server.workspace.sendCheckpoint(
                    to: server.configuration.checkpointPlaces, delivery, post: Poster.post)
            },
            Task(name: "gauges") { server.metrics.set(try await server.workspace.moneyFigures()) },
        ]
    }

    /// What brings new entries into the log. Without a signing key they are sealed and not signed.
    static func sealing(_ server: ServerContext) -> [Task] {
        [Task(name: "sealing") { try await server.workspace.sealAndSign() }]
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !_Concurrency.Task.isCancelled {
                let isFine = await round()
                try? await _Concurrency.Task.sleep(for: isFine ? interval : max(interval, Self.pauseAfterFailure))
            }
        }
    }

    /// Does everything once; whether nothing failed.
    @discardableResult
    func round() async -> Bool {
        var isFine = true
        for task in tasks {
            do { try await task.run() } catch {
                isFine = false
                let code = (error as? OperationError)?.code ?? String(describing: type(of: error))
                logger.error("housekeeping failed", metadata: ["task": .string(task.name), "code": .string(code)])
            }
        }
        return isFine
    }
}
