internal import CLibPQ
internal import Synchronization
#if canImport(Glibc)
    internal import Glibc
#endif

extension Wire {
    /// How long the server may take to answer a cancel request before the connection is closed.
    private static let patience = Duration.seconds(1)

    /// Asks the server to stop the operation, unless it has ended or is a COMMIT.
    func interrupt(_ serial: UInt64, _ reason: Operation.Interruption) {
        let now = Deadline.now
        state.withLock { state in
            guard let operation = state.operation, operation.serial == serial, operation.interruption == nil else {
                return
            }
            interrupt(reason, now, &state)
        }
        loop.remind(at: now + Self.patience)
    }

    /// The loop's thread: cancels what is past its deadline, closes what does not answer that either,
    /// and returns when to look again.
    func expire(_ now: Deadline) -> Deadline {
        let (next, isFrozen) = state.withLock { state -> (Deadline, Bool) in
            guard let operation = state.operation else { return (.never, false) }
            guard operation.deadline <= now else { return (operation.deadline, false) }
            if operation.interruption != nil { return (.never, true) }
            interrupt(.deadline, now, &state)
            return (now + Self.patience, false)
        }
        if isFrozen { close() }
        return next
    }

    /// Notes the reason, sets the last deadline, and sends the cancel from a thread of its own, since it blocks.
    private func interrupt(_ reason: Operation.Interruption, _ now: Deadline, _ state: inout State) {
        guard let operation = state.operation, let connection = state.connection?.pointer else { return }
        state.operation?.interruption = reason
        state.operation?.deadline = now + Self.patience
        guard !operation.endsWithCommit, !operation.isFinished, let request = PQgetCancel(connection) else { return }
        let cancel = CancelRequest(pointer: request)
        state.isCancelling = PlainThread.run {
            var message = [CChar](repeating: 0, count: 256)
            PQcancel(cancel.pointer, &message, Int32(message.count))
            PQfreeCancel(cancel.pointer)
            self.cancelIsOver()
        }
        if !state.isCancelling { PQfreeCancel(request) }
    }

    /// The answer may be handed over now: the cancel can no longer hit the next statement.
    private func cancelIsOver() {
        let completion = state.withLock { state -> Completion? in
            state.isCancelling = false
            return progress(&state)
        }
        completion.map { $0.continuation.resume(returning: $0.result) }
    }

    /// Breaks the socket, as a fault does; libpq finds out by itself.
    func cut(_ connection: OpaquePointer) {
        shutdown(PQsocket(connection), Int32(SHUT_RDWR))
    }
}

/// A cancel request on its way to the thread that sends it.
/// `@unchecked Sendable`: libpq's PGcancel is immutable and only that one thread uses and frees it.
private struct CancelRequest: @unchecked Sendable {
    let pointer: OpaquePointer
}
