internal import Logging
internal import ServiceLifecycle

/// What the service does on its own once a minute, one thing after the other.
struct Housekeeping: Service {
    /// One thing to do. What it throws is logged, and it is tried again in the next round.
    struct Task: Sendable {
        let name: String
        let run: @Sendable () async throws -> Void
    }

    let tasks: [Task]
    let logger: Logger
    var interval = Duration.seconds(60)

    /// The tasks of the service: each is added here by the part of the program that needs it.
    static func standard(_ service: APIService) -> [Task] { [] }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !_Concurrency.Task.isCancelled {
                try? await _Concurrency.Task.sleep(for: interval)
                if _Concurrency.Task.isCancelled { return }
                await round()
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
