internal import CLibPQ

extension Wire {
    /// Takes what libpq has parsed, without reading from the socket, and returns the operation if that completed it.
    func progress(_ state: inout State) -> Completion? {
        guard let connection = state.connection?.pointer, state.operation != nil else {
            // Nobody asked: let libpq handle notices and parameter changes.
            if let connection = state.connection?.pointer { _ = PQisBusy(connection) }
            return nil
        }
        if state.operation?.isBroken == true {
            state.isTainted = true
            return lose(&state)
        }
        let pending = PQflush(connection)
        if state.operation?.isFinished == false {
            let isDone = switch state.operation?.goal {
            case .pipeline: takePipeline(connection, &state)
            case .copyStart: takeCopyStart(connection, &state)
            case .flush: pending == 0
            case .copyChunk: takeCopyChunk(connection, &state)
            case .copyEnd, nil: takeCopyEnd(connection, &state)
            }
            state.operation?.isFinished = isDone
        }
        if state.operation?.isFinished == true && !state.isCancelling { return complete(&state) }
        if state.operation?.isBroken == true { return progress(&state) }
        watch(connection, pending == 1 ? .readAndWrite : .read, &state)
        return nil
    }

    /// Ends the operation and says what the socket is to be watched for until the next one.
    private func complete(_ state: inout State) -> Completion? {
        guard let operation = state.operation, let connection = state.connection?.pointer else { return nil }
        state.operation = nil
        let isPaused = operation.goal == .copyChunk && !operation.isAtEnd
        watch(connection, isPaused ? .none : .read, &state)
        return (operation.continuation, outcome(operation, isLost: false))
    }

    func watch(_ connection: OpaquePointer, _ interest: Interest, _ state: inout State) {
        guard interest != state.interest else { return }
        state.interest = interest
        loop.watch(state.token, socket: PQsocket(connection), for: interest)
    }

    /// Matches answers with steps until the pipeline's end; true when it has come.
    private func takePipeline(_ connection: OpaquePointer, _ state: inout State) -> Bool {
        var emptyInRow = 0
        while PQisBusy(connection) == 0, emptyInRow < 2 {
            guard let result = PQgetResult(connection) else {
                // One null ends each step; two in a row mean that nothing more will come (a lost connection).
                emptyInRow += 1
                if emptyInRow == 1 { state.operation?.position += 1 }
                continue
            }
            emptyInRow = 0
            switch PQresultStatus(result) {
            case PGRES_PIPELINE_SYNC:
                PQclear(result)
                return true
            case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
                // COPY cannot be used in a pipeline, and the server now waits for data that nobody sends.
                PQclear(result)
                state.isTainted = true
                return true
            default: take(result, &state)
            }
        }
        return false
    }

    /// Files one answer under the step it belongs to.
    private func take(_ result: OpaquePointer, _ state: inout State) {
        guard let operation = state.operation else { return PQclear(result) }
        let step = operation.position < operation.steps.count ? operation.steps[operation.position] : nil
        let status = PQresultStatus(result)
        let isGood = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY
        if status == PGRES_FATAL_ERROR {
            fail(result, statement: step?.statement, mayHaveCommitted: operation.isAtCommit, &state)
        }
        switch step {
        case .execute where isGood:
            state.operation?.results.append(ResultPointer(pointer: result))
            return
        case .deallocate(let number) where isGood: state.statements.dropped(number)
        case .prepare(let statement, let number, _) where !isGood: state.statements.remove(statement, number: number)
        default: break
        }
        PQclear(result)
    }

    /// Notes the first refusal; one without a code is libpq's own and means that the connection is of no more use.
    func fail(_ result: OpaquePointer, statement: Int?, mayHaveCommitted: Bool, _ state: inout State) {
        guard let error = ServerError(result) else {
            state.operation?.isBroken = true
            return
        }
        if error.invalidatesConnection { state.isTainted = true }
        if state.operation?.failure == nil {
            let isAmbiguous = error.isFatal && mayHaveCommitted
            state.operation?.failure = .init(error: error, statement: statement, isAmbiguous: isAmbiguous)
        }
    }

    /// Turns a finished or lost operation into what its task is told.
    func outcome(_ operation: Operation, isLost: Bool) -> Result<Answer, PostgresError> {
        let isCommitCancelled = notices.isCommitCancelled
        notices.isCommitCancelled = false
        let error: PostgresError?
        if let failure = operation.failure, !failure.isAmbiguous {
            let isInterrupted = failure.error.state == .queryCanceled
            switch operation.interruption {
            case .task? where isInterrupted: error = .cancelled
            case .deadline? where isInterrupted: error = .deadlineExceeded
            default: error = .server(failure.error, statement: failure.statement)
            }
        } else if operation.commits && isCommitCancelled {
            error = .outcomeUnknown(.synchronousCommitCancelled)
        } else if isLost || operation.failure != nil {
            error = loss(operation)
        } else {
            error = operation.goal == .pipeline ? shortfall(operation) : nil
        }
        guard let error else {
            return .success(Answer(results: operation.results, chunk: operation.chunk, isAtEnd: operation.isAtEnd))
        }
        for result in operation.results { PQclear(result.pointer) }
        return .failure(error)
    }

    private func loss(_ operation: Operation) -> PostgresError {
        switch (operation.commits, operation.interruption) {
        case (true, .deadline?): .outcomeUnknown(.deadlineExceeded)
        case (true, _): .outcomeUnknown(.connectionLost)
        case (false, .deadline?): .deadlineExceeded
        case (false, .task?): .cancelled
        case (false, nil): .connectionLost
        }
    }

    /// Each statement must have brought one answer; COPY, for one, does not in a pipeline.
    private func shortfall(_ operation: Operation) -> PostgresError? {
        let expected = operation.steps.count { if case .execute = $0 { true } else { false } }
        return operation.results.count == expected ? nil : .unexpectedReply("no plain result")
    }
}

extension Operation {
    /// Whether what ends the connection now may come after the transaction was committed.
    fileprivate var isAtCommit: Bool { position >= steps.count - (endsWithCommit ? 1 : 0) }
}

extension Operation.Step {
    /// The statement of the unit that a failure of this step is reported for.
    fileprivate var statement: Int? {
        switch self {
        case .deallocate: nil
        case .begin: 0
        case .prepare(_, _, let statement), .execute(let statement): statement
        }
    }
}
