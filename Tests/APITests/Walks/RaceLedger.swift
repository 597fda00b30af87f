import Synchronization
import TestSupport

/// What all clients of a race know together: the commands with their answers, and the requests as last seen.
final class RaceLedger: Sendable {
    /// A command and what came of it so far.
    struct Record: Sendable {
        let command: RaceCommand
        var answers: [RaceAnswer] = []
        /// Times that it was sent and nobody waited for the answer, or the answer was lost.
        var unanswered = 0

        var acknowledgements: [RaceAnswer] {
            answers.filter { if case .acknowledged = $0 { true } else { false } }
        }
    }

    private struct State {
        var records: [String: Record] = [:]
        var keys: [String] = []
        var requests: [(id: String, waitsFor: String)] = []
        var answered = 0
        var tally: [String: Int] = [:]
    }

    private let state = Mutex(State())

    var records: [Record] { state.withLock { state in state.keys.compactMap { state.records[$0] } } }
    var tally: [String: Int] { state.withLock { $0.tally } }

    /// The requests raised last that wait for somebody, by id.
    var open: [(id: String, waitsFor: String)] { state.withLock { Array($0.requests.suffix(12)) } }

    /// One of the latest commands of all, for somebody to send again, perhaps while it still runs.
    func earlier(_ generator: inout SeededGenerator) -> RaceCommand? {
        let latest = state.withLock { state in state.keys.suffix(24).compactMap { state.records[$0]?.command } }
        return latest.randomElement(using: &generator)
    }

    func begin(_ command: RaceCommand) {
        state.withLock { state in
            guard state.records[command.key] == nil else { return }
            state.records[command.key] = Record(command: command)
            state.keys.append(command.key)
        }
    }

    func lost(_ command: RaceCommand, _ reason: String) {
        state.withLock { state in
            state.records[command.key]?.unanswered += 1
            state.tally[reason, default: 0] += 1
        }
    }

    /// Counts something that happened.
    func count(_ name: String) { state.withLock { $0.tally[name, default: 0] += 1 } }

    /// Notes an answer, and where it tells of a request how that stands. Returns how many answers there are.
    func note(_ answer: RaceAnswer, to command: RaceCommand, _ request: (id: String, waitsFor: String?)?) -> Int {
        state.withLock { state in
            state.records[command.key]?.answers.append(answer)
            state.tally[answer.name, default: 0] += 1
            if let request {
                state.requests.removeAll { $0.id == request.id }
                if let waitsFor = request.waitsFor { state.requests.append((request.id, waitsFor)) }
            }
            state.answered += 1
            return state.answered
        }
    }
}

extension RaceAnswer {
    fileprivate var name: String {
        switch self {
        case .acknowledged(_, let isReplayed): isReplayed ? "replayed" : "acknowledged"
        case .refused(let status, let code): "\(status) \(code)"
        }
    }
}
