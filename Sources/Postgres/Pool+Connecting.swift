internal import Logging
internal import Synchronization

extension Pool {
    /// Opens as many connections as the rules ask for, each on a thread of its own while it blocks.
    func replenish() {
        let count = state.withLock { $0.connectionsToOpen(.now) }
        for _ in 0..<count {
            let isRunning = PlainThread.run { [settings] in
                self.adopt(Connecting.open(settings))
            }
            if !isRunning { failed(nil) }
        }
        announceDrained()
    }

    /// Lets everybody who awaits the close go on, once nothing is open.
    func announceDrained() {
        if state.withLock({ $0.isDrained }) { resumeClosers() }
    }

    func resumeClosers() {
        let waiting = closers.withLock { closers in
            defer { closers = [] }
            return closers
        }
        for closer in waiting { closer.resume() }
    }

    /// Makes a leasable connection of an open one.
    private func adopt(_ opened: Result<ConnectionPointer, PostgresError>) {
        switch opened {
        case .failure(.connectionFailed(let failure)): failed(failure)
        case .failure: failed(nil)
        case .success(let connection):
            let wire = Wire(connection, loop: loop, statementLimit: limits.statements, faults: faults) {
                [weak self] wire in
                self?.state.withLock { $0.forgetIdle(wire) }
                self?.announceDrained()
            }
            guard let wire else { return failed(ConnectionFailure(message: "connection not watched")) }
            var deviating = Settings.pinned.filter { wire.reported($0.0) != $0.1 }
            if settings.namesService { deviating += settings.session.map { ($0.key, $0.value) } }
            if deviating.isEmpty { return admit(wire) }
            Task {
                await self.pin(wire, deviating) ? admit(wire) : failed(ConnectionFailure(message: "session not set up"))
            }
        }
    }

    /// Sets what PGTZ, PGDATESTYLE or a service file overruled, which costs a round trip only then.
    private func pin(_ wire: Wire, _ settings: [(String, String)]) async -> Bool {
        let set: Statement = "SELECT set_config($1, $2, false)"
        let queries = settings.map { set(.text($0.0), .text($0.1)) }
        let results = try? await wire.pipeline(
            queries, PipelineOptions(followsTask: false, deadline: .after(limits.patience)))
        guard let results else {
            wire.close()
            return false
        }
        _ = UnitResult(results)
        return true
    }

    private func admit(_ wire: Wire) {
        let (waiter, isClosed) = state.withLock { state -> (Waiter?, Bool) in
            let waiter = state.opened(wire, .now)
            if state.isClosed { state.forgetIdle(wire) }
            return (waiter, state.isClosed)
        }
        waiter?.resume(returning: .success(wire))
        if isClosed { wire.close() }
        if !wire.isOpen { state.withLock { $0.forgetIdle(wire) } }
        announceDrained()
    }

    private func failed(_ failure: ConnectionFailure?) {
        let (refused, pause) = state.withLock { state -> ([Waiter], Duration) in
            let pause = Backoff.reconnect.pause(failures: state.failures + 1, chance: .random(in: 0...1))
            return (state.failedToOpen(failure, retryAt: .now + pause), pause)
        }
        logger.warning(
            "no connection", metadata: ["reason": "\(failure.map(\.description) ?? "settings")", "pause": "\(pause)"])
        let error = failure.map { PostgresError.connectionFailed($0) } ?? .invalidSettings
        for waiter in refused { waiter.resume(returning: .failure(error)) }
        loop.remind(at: .now + pause)
        announceDrained()
    }
}
