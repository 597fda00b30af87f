internal import Logging
internal import Synchronization

/// Lends connections, first come first served: the shell around PoolState with the clock, chance and the threads.
final class Pool: Sendable {
    typealias Waiter = UnsafeContinuation<Result<Wire, PostgresError>, Never>

    let limits: PoolLimits
    let settings: Settings
    let logger: Logger
    let faults: FaultCounter
    let loop: EventLoop
    let state: Mutex<PoolState<Wire, Waiter>>
    private let lastTicket = Atomic<UInt64>(0)
    let closers = Mutex<[UnsafeContinuation<Void, Never>]>([])

    /// Starts the event loop; no connection is opened before it is needed. Nil when the system gives no thread.
    init?(_ settings: Settings, _ limits: PoolLimits, _ logger: Logger, _ faults: FaultPlan?) {
        self.settings = settings
        self.limits = limits
        self.logger = logger
        self.faults = FaultCounter(faults)
        state = Mutex(PoolState(limits: limits))
        let pool = WeakPool()
        guard let loop = EventLoop(tick: { pool.value?.tick($0) ?? .never }) else { return nil }
        self.loop = loop
        pool.set(self)
    }

    deinit {
        for wire in loop.wires { wire.close() }
        loop.stop()
    }

    var metrics: PoolMetrics { state.withLock { $0.metrics } }

    /// Leases a connection, waiting for it when all are in use, until the pool's patience or the deadline is over.
    func lease(until deadline: Deadline) async throws(PostgresError) -> Wire {
        while true {
            guard let idle = state.withLock({ $0.takeIdle() }) else { return try await wait(until: deadline) }
            if idle.connection.isOpen, idle.since + limits.idleBeforeCheck > .now { return idle.connection }
            // A pipeline without statements is the shortest question there is.
            let limit = min(deadline, .after(limits.patience))
            if (try? await idle.connection.pipeline([], PipelineOptions(deadline: limit))) != nil {
                return idle.connection
            }
            release(idle.connection)
            if Task.isCancelled { throw .cancelled }
        }
    }

    /// Takes a connection back and hands it to whoever waits longest; one of no more use is closed.
    func release(_ wire: Wire) {
        guard wire.isReusable else {
            state.withLock { $0.discard() }
            wire.close()
            return replenish()
        }
        let (waiter, isClosed) = state.withLock { state -> (Waiter?, Bool) in
            if state.isClosed {
                state.discard()
                return (nil, true)
            }
            return (state.giveBack(wire, .now), false)
        }
        waiter?.resume(returning: .success(wire))
        if isClosed {
            wire.close()
            announceDrained()
        }
    }

    /// Refuses new callers, waits for those who hold a connection until the deadline, then closes their sockets.
    func close(until deadline: Deadline) async {
        let (waiters, idle) = state.withLock { $0.close() }
        for waiter in waiters { waiter.resume(returning: .failure(.poolClosed)) }
        for wire in idle { wire.close() }
        let cutter = Task {
            guard deadline != .never else { return }
            try await Task.sleep(for: .milliseconds(deadline.milliseconds(from: .now)))
            for wire in loop.wires { wire.close() }
            resumeClosers()
        }
        await withUnsafeContinuation { closer in
            closers.withLock { $0.append(closer) }
            announceDrained()
        }
        cutter.cancel()
        loop.stop()
    }

    private func wait(until deadline: Deadline) async throws(PostgresError) -> Wire {
        if Task.isCancelled { throw .cancelled }
        let ticket = lastTicket.add(1, ordering: .relaxed).newValue
        let limit = min(deadline, .after(limits.patience))
        return try await withTaskCancellationHandler {
            await withUnsafeContinuation { waiter in
                self.enqueue(waiter, ticket, limit)
                // A cancellation between the check above and the queue found no ticket to withdraw.
                if Task.isCancelled { self.withdraw(ticket) }
            }
        } onCancel: {
            withdraw(ticket)
        }.get()
    }

    private func enqueue(_ waiter: Waiter, _ ticket: UInt64, _ deadline: Deadline) {
        let answer = state.withLock { state -> Result<Wire, PostgresError>? in
            if let idle = state.takeIdle() { return .success(idle.connection) }
            return state.enqueue(waiter, ticket: ticket, deadline: deadline).map { .failure($0) }
        }
        if let answer { return waiter.resume(returning: answer) }
        replenish()
        loop.remind(at: deadline)
    }

    private func withdraw(_ ticket: UInt64) {
        state.withLock { $0.withdraw(ticket: ticket) }?.resume(returning: .failure(.cancelled))
    }

    /// The loop's thread: ends waits that last too long and tries again to connect.
    private func tick(_ now: Deadline) -> Deadline {
        let (expired, failure) = state.withLock { ($0.expire(now), $0.lastFailure) }
        for waiter in expired { waiter.resume(returning: .failure(.poolTimeout(lastFailure: failure))) }
        replenish()
        return state.withLock { $0.nextMoment }
    }
}

/// Lets the event loop's thread reach the pool without keeping it alive.
private final class WeakPool: Sendable {
    private struct Reference: Sendable {
        weak var pool: Pool?
    }

    private let reference = Mutex(Reference())

    var value: Pool? { reference.withLock { $0.pool } }

    func set(_ pool: Pool) {
        reference.withLock { $0.pool = pool }
    }
}
