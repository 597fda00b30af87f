import ArgumentParser
import Dispatch
import Glibc
import Synchronization

/// Lets Ctrl-C and a polite kill end a command in good order: its task is cancelled, and what it holds is closed.
enum Interruptible {
    /// Runs the body in a task; SIGINT and SIGTERM cancel it, and the program then ends with 128 plus the signal.
    static func run<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let task = Task { try await body() }
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                interruption.store(number, ordering: .sequentiallyConsistent)
                task.cancel()
            }
            source.resume()
            return source
        }
        defer { for source in sources { source.cancel() } }
        do { return try await task.value } catch {
            let number = interruption.load(ordering: .sequentiallyConsistent)
            throw number == 0 ? error : ExitCode(128 + number)
        }
    }
}

/// The signal that came; 0 for none.
private let interruption = Atomic<Int32>(0)
