import Testing

@testable import Postgres

/// The pool's rules, run through random histories without any connection.
@Suite struct PoolStateTests {
    typealias State = PoolState<Int, UInt64>

    @Test func randomHistoriesKeepTheRules() {
        var generator = SeededGenerator(seed: .random(in: 0...UInt64.max))
        print("seed of randomHistoriesKeepTheRules: \(generator.seed)")
        for _ in 0..<200 {
            var history = History()
            for _ in 0..<300 { history.step(&generator) }
            #expect(history.trouble == [])
        }
    }

    @Test func pausesGrowAndStayBounded() {
        let pauses = (1...30).map { Backoff.reconnect.pause(failures: $0, chance: 1) }
        #expect(pauses.first == .milliseconds(50))
        #expect(pauses.last == .seconds(5))
        #expect(zip(pauses, pauses.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(Backoff.reconnect.pause(failures: 1, chance: 0) == .milliseconds(25))
    }
}

/// Plays the shell: keeps what the rules hand out and looks for broken rules.
private struct History {
    var state = PoolStateTests.State(limits: PoolLimits(connections: 3, waiting: 5))
    var leased: [Int] = []
    var queue: [UInt64] = []
    var lastTicket: UInt64 = 0
    var lastConnection = 0
    var connecting = 0
    var clock: UInt64 = 0
    var trouble: [String] = []

    private var now: Deadline { Deadline(nanoseconds: clock) }

    mutating func step(_ generator: inout SeededGenerator) {
        clock += UInt64.random(in: 0...3, using: &generator)
        switch Int.random(in: 0..<7, using: &generator) {
        case 0, 1: ask(&generator)
        case 2: giveBack(isGood: true)
        case 3: giveBack(isGood: false)
        case 4: opened()
        case 5: failed(&generator)
        default: expire()
        }
        let opening = state.connectionsToOpen(now)
        connecting += opening
        if leased.count + state.idle.count + connecting > 3 { trouble.append("too many connections") }
        if !state.idle.isEmpty && !queue.isEmpty { trouble.append("somebody waits beside an idle connection") }
        if queue.count > 5 || queue.count != state.waiting.count { trouble.append("queue out of step") }
        if state.metrics.leased != leased.count { trouble.append("leases out of step") }
    }

    private mutating func ask(_ generator: inout SeededGenerator) {
        if let idle = state.takeIdle() { return leased.append(idle.connection) }
        lastTicket += 1
        let deadline = Deadline(nanoseconds: clock + UInt64.random(in: 1...100, using: &generator))
        let refusal = state.enqueue(lastTicket, ticket: lastTicket, deadline: deadline)
        if refusal == nil { queue.append(lastTicket) } else if queue.count < 5 { trouble.append("refused too early") }
    }

    private mutating func serve(_ waiter: UInt64?, _ connection: Int) {
        guard let waiter else { return }
        leased.append(connection)
        if queue.first != waiter { trouble.append("not first come first served") }
        queue.removeAll { $0 == waiter }
    }

    private mutating func giveBack(isGood: Bool) {
        guard let connection = leased.popLast() else { return }
        if isGood { serve(state.giveBack(connection, now), connection) } else { state.discard() }
    }

    private mutating func opened() {
        guard connecting > 0 else { return }
        connecting -= 1
        lastConnection += 1
        serve(state.opened(lastConnection, now), lastConnection)
    }

    private mutating func failed(_ generator: inout SeededGenerator) {
        guard connecting > 0 else { return }
        connecting -= 1
        let message = Bool.random(using: &generator) ? "FATAL:  28P01: no" : "gone"
        let refused = state.failedToOpen(
            ConnectionFailure(message: message), retryAt: Deadline(nanoseconds: clock + 10))
        queue.removeAll { refused.contains($0) }
    }

    private mutating func expire() {
        let expired = state.expire(now)
        queue.removeAll { expired.contains($0) }
        var next = state
        if state.nextMoment <= now && !state.waiting.isEmpty && next.connectionsToOpen(now) == 0 {
            trouble.append("asks to be woken for nothing")
        }
    }
}
