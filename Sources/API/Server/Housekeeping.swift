internal import Logging
internal import Operations
internal import ServiceLifecycle

/// What the service does on its own, at once and then once a minute, one thing after the other.
struct Housekeeping: Service {
    /// One thing to do. What it throws is logged, and it is tried again in the next round.
    struct Task: Sendable {
        let name: String
        let run: @Sendable () async throws -> Void
    }

    let tasks: [Task]
    let logger: Logger
    var interval = Duration.seconds(60)

    /// The tasks of the service.
    static func standard(_ service: APIService) -> [Task] {
        [
            Task(name: "figures of the day") { try await service.workspace.housekeep() },
            Task(name: "pruning") { try await service.workspace.prune() },
            Task(name: "gauges") { service.metrics.set(try await service.workspace.moneyFigures()) },
        ]
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !_Concurrency.Task.isCancelled {
                await round()
                try? await _Concurrency.Task.sleep(for: interval)
            }
        }
    }

    func round() async {
        for task in tasks {
            do { try await task.run() } catch {
                let kind = String(describing: type(of: error))
                logger.error("housekeeping failed", metadata: ["task": .string(task.name), "code": .string(kind)])
            }
        }
    }
}
