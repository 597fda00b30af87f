internal import CLibPQ
internal import Synchronization
#if canImport(Glibc)
internal import Glibc
#endif

/// One thread with one epoll: it reads every connection's socket and looks after every deadline.
final class EventLoop: Sendable {
    private struct Registry {
        var wires: [UInt64: Wire] = [:]
        var lastToken: UInt64 = 0
        var isStopped = false
    }

    private let epoll: Int32
    private let wakeup: Int32
    private let registry = Mutex(Registry())
    /// When the timers must be looked at next, in nanoseconds.
    private let reminder = Atomic<UInt64>(.max)
    /// Looks after the deadlines that are not a wire's; returns when it wants to be asked again.
    private let tick: @Sendable (Deadline) -> Deadline

    /// Starts the thread. Returns nil when the system refuses a descriptor or a thread.
    init?(tick: @escaping @Sendable (Deadline) -> Deadline) {
        self.tick = tick
        epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        wakeup = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard epoll >= 0, wakeup >= 0, control(EPOLL_CTL_ADD, wakeup, token: 0, interest: .read) else { return nil }
        guard PlainThread.run({ self.run() }) else { return nil }
    }

    deinit {
        close(epoll)
        close(wakeup)
    }

    /// Starts watching a wire's socket; the token names it from then on.
    func register(_ wire: Wire, socket: Int32) -> UInt64? {
        let token = registry.withLock { registry in
            registry.lastToken += 1
            registry.wires[registry.lastToken] = wire
            return registry.lastToken
        }
        if control(EPOLL_CTL_ADD, socket, token: token, interest: .read) { return token }
        unregister(token)
        return nil
    }

    /// Forgets a wire; closing the socket removes it from epoll.
    func unregister(_ token: UInt64) {
        registry.withLock { _ = $0.wires.removeValue(forKey: token) }
    }

    /// Changes what a socket is watched for.
    func watch(_ token: UInt64, socket: Int32, for interest: Interest) {
        _ = control(EPOLL_CTL_MOD, socket, token: token, interest: interest)
    }

    /// Makes sure that deadlines are looked at by this moment.
    func remind(at deadline: Deadline) {
        var current = reminder.load(ordering: .sequentiallyConsistent)
        while deadline.nanoseconds < current {
            let (exchanged, original) = reminder.compareExchange(
                expected: current, desired: deadline.nanoseconds, ordering: .sequentiallyConsistent)
            if exchanged { return wake() }
            current = original
        }
    }

    /// Every wire that is open.
    var wires: [Wire] { registry.withLock { Array($0.wires.values) } }

    /// Ends the thread after the event at hand.
    func stop() {
        registry.withLock { $0.isStopped = true }
        wake()
    }

    private func wake() {
        eventfd_write(wakeup, 1)
    }

    private func control(_ operation: Int32, _ descriptor: Int32, token: UInt64, interest: Interest) -> Bool {
        var event = epoll_event(events: interest.events, data: epoll_data_t(u64: token))
        return epoll_ctl(epoll, operation, descriptor, &event) == 0
    }

    private func run() {
        var events = [epoll_event](repeating: epoll_event(), count: 64)
        while !registry.withLock({ $0.isStopped }) {
            let next = Deadline(nanoseconds: reminder.load(ordering: .sequentiallyConsistent))
            let timeout = next == .never ? -1 : next.milliseconds(from: .now)
            let count = epoll_wait(epoll, &events, Int32(events.count), timeout)
            for index in 0..<max(0, Int(count)) { dispatch(token: events[index].data.u64) }
            if next != .never, next <= .now { expire() }
        }
    }

    private func dispatch(token: UInt64) {
        if token == 0 {
            var value: eventfd_t = 0
            eventfd_read(wakeup, &value)
        } else if let wire = registry.withLock({ $0.wires[token] }) {
            wire.socketIsReady()
        }
    }

    private func expire() {
        reminder.store(.max, ordering: .sequentiallyConsistent)
        let now = Deadline.now
        var next = tick(now)
        for wire in wires { next = min(next, wire.expire(now)) }
        remind(at: next)
    }
}

/// What a socket is watched for.
enum Interest {
    case none, read, readAndWrite

    var events: UInt32 {
        switch self {
        case .none: 0
        case .read: EPOLLIN.rawValue
        case .readAndWrite: EPOLLIN.rawValue | EPOLLOUT.rawValue
        }
    }
}
