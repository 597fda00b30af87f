internal import CLibPQ
internal import Synchronization

/// One connection to the server: libpq's state and at most one operation, under one lock.
/// The calling task sends, the event loop's thread receives, nobody waits for the socket.
final class Wire: Sendable {
    /// What the lock protects.
    struct State {
        /// Nil once the connection is closed.
        var connection: ConnectionPointer?
        var token: UInt64 = 0
        var interest = Interest.read
        var operation: Operation?
        var statements: StatementCache
        var parameters = ParameterBuffer()
        /// A cancel request is under way on a thread of its own.
        var isCancelling = false
        /// Something happened after which nobody should get this connection again.
        var isTainted = false
    }

    typealias Completion = (
        continuation: UnsafeContinuation<Result<Answer, PostgresError>, Never>, result: Result<Answer, PostgresError>
    )

    let state: Mutex<State>
    let lastSerial = Atomic<UInt64>(0)
    let loop: EventLoop
    let notices = NoticeLog()
    let faults: FaultCounter
    /// Told once when the connection has ended by itself or was closed.
    private let onClose: @Sendable (Wire) -> Void

    /// Takes over an open connection. Returns nil when it cannot be watched.
    init?(
        _ connection: ConnectionPointer, loop: EventLoop, statementLimit: Int, faults: FaultCounter,
        onClose: @escaping @Sendable (Wire) -> Void
    ) {
        self.loop = loop
        self.faults = faults
        self.onClose = onClose
        state = Mutex(State(connection: connection, statements: StatementCache(limit: statementLimit)))
        notices.attach(to: connection.pointer)
        let isWatched = state.withLock { state in
            guard PQenterPipelineMode(connection.pointer) == 1,
                let token = loop.register(self, socket: PQsocket(connection.pointer))
            else { return false }
            state.token = token
            return true
        }
        if !isWatched {
            PQfinish(connection.pointer)
            return nil
        }
    }

    /// Whether the next task may have this connection: open, idle, outside a transaction.
    var isReusable: Bool {
        state.withLock { state in
            guard let connection = state.connection, !state.isTainted, state.operation == nil else { return false }
            return PQtransactionStatus(connection.pointer) == PQTRANS_IDLE
                && PQpipelineStatus(connection.pointer) == PQ_PIPELINE_ON
        }
    }

    /// How the connection stands towards a transaction; nil when it is closed.
    var isInTransaction: Bool? {
        state.withLock { $0.connection.map { PQtransactionStatus($0.pointer) != PQTRANS_IDLE } }
    }

    /// Whether COPY is under way, which only its end or the connection's ends.
    var isCopying: Bool {
        state.withLock { $0.connection.map { PQpipelineStatus($0.pointer) == PQ_PIPELINE_OFF } ?? false }
    }

    /// Whether the connection is still open, as far as anybody knows.
    var isOpen: Bool { state.withLock { $0.connection != nil } }

    /// The server's value of a reported setting, such as TimeZone.
    func reported(_ setting: String) -> String? {
        state.withLock { state in
            state.connection.flatMap { PQparameterStatus($0.pointer, setting) }.map { String(cString: $0) }
        }
    }

    /// Closes the connection; an operation under way ends as a lost connection.
    func close() {
        let completion = state.withLock { state -> Completion? in
            let completion = lose(&state)
            finish(&state)
            return completion
        }
        completion.map { $0.continuation.resume(returning: $0.result) }
        onClose(self)
    }

    /// Frees libpq's side; idempotent.
    private func finish(_ state: inout State) {
        guard let connection = state.connection else { return }
        state.connection = nil
        loop.unregister(state.token)
        PQfinish(connection.pointer)
    }

    /// The loop's thread: the socket has something to read, or room to write.
    func socketIsReady() {
        let (completion, isClosed) = state.withLock { state -> (Completion?, Bool) in
            guard let connection = state.connection else { return (nil, false) }
            let isAlive = PQconsumeInput(connection.pointer) == 1
            let completion = progress(&state)
            if isAlive && PQstatus(connection.pointer) == CONNECTION_OK { return (completion, false) }
            let loss = completion ?? lose(&state)
            finish(&state)
            return (loss, true)
        }
        completion.map { $0.continuation.resume(returning: $0.result) }
        if isClosed { onClose(self) }
    }

    /// Ends the operation, if there is one, because its answer will never come.
    func lose(_ state: inout State) -> Completion? {
        guard let operation = state.operation else { return nil }
        state.operation = nil
        return (operation.continuation, outcome(operation, isLost: !operation.isFinished))
    }
}

extension Wire: Equatable {
    static func == (left: Wire, right: Wire) -> Bool { left === right }
}
