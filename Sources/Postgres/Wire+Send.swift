internal import CLibPQ
internal import Synchronization

/// How a pipeline is to be run.
struct PipelineOptions {
    /// BEGIN with its options, sent ahead of the statements unless a transaction is open already.
    var begin: String?
    /// Whether the last statement is COMMIT itself.
    var endsWithCommit = false
    /// Whether the server may commit something before the answer is read.
    var commits = false
    /// Whether a cancelled task stops the statement; COMMIT and ROLLBACK are seen through.
    var followsTask = true
    var deadline = Deadline.never
}

extension Wire {
    /// Sends the statements in one pipeline and waits for all their answers.
    func pipeline(_ queries: [Query], _ options: PipelineOptions) async throws(PostgresError) -> [ResultPointer] {
        try await perform(following: options.followsTask) { continuation, serial, state throws(PostgresError) in
            try self.send(queries, options, continuation, serial, &state)
        }.results
    }

    /// Runs one operation: `start` puts it into the state under the lock; the event loop ends it.
    func perform(
        following followsTask: Bool,
        _ start: (UnsafeContinuation<Result<Answer, PostgresError>, Never>, UInt64, inout State) throws(PostgresError)
            -> Void
    ) async throws(PostgresError) -> Answer {
        let serial = lastSerial.add(1, ordering: .relaxed).newValue
        if !followsTask {
            return try await withUnsafeContinuation { self.begin($0, serial, start) }.get()
        }
        if Task.isCancelled { throw .cancelled }
        return try await withTaskCancellationHandler {
            await withUnsafeContinuation { continuation in
                self.begin(continuation, serial, start)
                // A cancellation between the check above and the start found no operation to cancel.
                if Task.isCancelled { self.interrupt(serial, .task) }
            }
        } onCancel: {
            interrupt(serial, .task)
        }.get()
    }

    private func begin(
        _ continuation: UnsafeContinuation<Result<Answer, PostgresError>, Never>, _ serial: UInt64,
        _ start: (UnsafeContinuation<Result<Answer, PostgresError>, Never>, UInt64, inout State) throws(PostgresError)
            -> Void
    ) {
        var deadline = Deadline.never
        let completion = state.withLock { state -> Completion? in
            do throws(PostgresError) {
                guard state.connection != nil else { throw .connectionLost }
                guard state.operation == nil else { throw .sessionMisused }
                try start(continuation, serial, &state)
                deadline = state.operation?.deadline ?? .never
                return nil
            } catch {
                return (continuation, .failure(error))
            }
        }
        if let completion { return completion.continuation.resume(returning: completion.result) }
        if deadline != .never { loop.remind(at: deadline) }
    }

    private func send(
        _ queries: [Query], _ options: PipelineOptions,
        _ continuation: UnsafeContinuation<Result<Answer, PostgresError>, Never>, _ serial: UInt64, _ state: inout State
    ) throws(PostgresError) {
        guard let connection = state.connection?.pointer else { throw .connectionLost }
        try state.parameters.fill(queries)
        var steps: [Operation.Step] = []
        steps.reserveCapacity(queries.count)
        let isCut = try put(queries, options, connection, &steps, &state)
        guard PQpipelineSync(connection) == 1 else {
            state.isTainted = true
            throw options.commits ? .outcomeUnknown(.connectionLost) : .connectionLost
        }
        state.operation = Operation(
            serial: serial, goal: .pipeline, steps: steps, endsWithCommit: options.endsWithCommit,
            commits: options.commits,
            deadline: options.deadline, continuation: continuation)
        if PQflush(connection) == 1 { watch(connection, .readAndWrite, &state) }
        if isCut {
            // What has arrived already would still be readable.
            state.operation?.isBroken = true
            cut(connection)
        }
    }

    /// Queues the messages of every statement; returns whether a fault cuts the connection after them.
    private func put(
        _ queries: [Query], _ options: PipelineOptions, _ connection: OpaquePointer, _ steps: inout [Operation.Step],
        _ state: inout State
    ) throws(PostgresError) -> Bool {
        var isCut = false
        var isSent = true
        let isIdle = PQtransactionStatus(connection) == PQTRANS_IDLE
        if let begin = options.begin, isIdle {
            isSent = sendText(connection, begin)
            steps.append(.begin)
        } else if isIdle {
            for number in state.statements.retired {
                isSent = sendText(connection, "DEALLOCATE \(StatementCache.name(number))") && isSent
                steps.append(.deallocate(number))
            }
        }
        var first = 0
        for (index, query) in queries.enumerated() {
            switch faults.next() {
            case nil: isSent = put(query, index, first: first, connection, &steps, &state) && isSent
            case .refused(let code):
                isSent = sendText(connection, "DO $$BEGIN RAISE 'fault' USING ERRCODE = '\(code)'; END$$") && isSent
                steps.append(.execute(index))
            case .lostBeforeSending:
                cut(connection)
                isSent = false
            case .lostAfterSending:
                isSent = put(query, index, first: first, connection, &steps, &state) && isSent
                isCut = true
            }
            first += query.parameters.count
        }
        if !isSent {
            // Nothing was committed, since the pipeline's end was not sent.
            state.isTainted = true
            throw .connectionLost
        }
        return isCut
    }

    /// Queues Parse, when this connection has not prepared the statement yet, and Bind with Execute.
    private func put(
        _ query: Query, _ index: Int, first: Int, _ connection: OpaquePointer, _ steps: inout [Operation.Step],
        _ state: inout State
    ) -> Bool {
        let number: Int
        if let known = state.statements.number(of: query.statement) {
            number = known
        } else {
            number = state.statements.insert(query.statement)
            steps.append(.prepare(query.statement, number: number, forStatement: index))
            guard PQsendPrepare(connection, StatementCache.name(number), query.statement.text, 0, nil) == 1 else {
                return false
            }
        }
        steps.append(.execute(index))
        let count = query.parameters.count
        return state.parameters.withLists(first: first, count: count) { values, lengths, formats in
            PQsendQueryPrepared(
                connection, StatementCache.name(number), Int32(truncatingIfNeeded: count), values, lengths, formats, 1)
        } == 1
    }

    private func sendText(_ connection: OpaquePointer, _ text: String) -> Bool {
        PQsendQueryParams(connection, text, 0, nil, nil, nil, nil, 1) == 1
    }
}
