internal import CLibPQ

extension Wire {
    /// Which way the rows go.
    enum CopyDirection {
        case toServer, fromServer
    }

    /// Leaves pipeline mode and starts COPY; the connection then belongs to it until its end.
    func startCopy(_ sql: Statement, _ direction: CopyDirection, deadline: Deadline) async throws(PostgresError) {
        let fault = faults.next()
        let answer = try await perform(following: true) { continuation, serial, state throws(PostgresError) in
            guard let connection = state.connection?.pointer else { throw .connectionLost }
            var text = sql.text
            if case .refused(let code) = fault { text = "DO $$BEGIN RAISE 'fault' USING ERRCODE = '\(code)'; END$$" }
            if fault == .lostBeforeSending { self.cut(connection) }
            guard PQexitPipelineMode(connection) == 1,
                PQsendQueryParams(connection, text, 0, nil, nil, nil, nil, 0) == 1
            else {
                state.isTainted = true
                throw .connectionLost
            }
            state.operation = Operation(
                serial: serial, goal: .copyStart, steps: [], endsWithCommit: false, commits: false, deadline: deadline,
                continuation: continuation)
            if PQflush(connection) == 1 { self.watch(connection, .readAndWrite, &state) }
            if fault == .lostAfterSending {
                state.operation?.isBroken = true
                self.cut(connection)
            }
        }
        let expected = direction == .toServer ? PGRES_COPY_IN : PGRES_COPY_OUT
        let isAsExpected = answer.results.contains { PQresultStatus($0.pointer) == expected }
        for result in answer.results { PQclear(result.pointer) }
        if !isAsExpected { throw .unexpectedReply("no COPY in this direction") }
    }

    /// Hands rows to libpq and waits until the socket has taken them.
    func putCopy(_ bytes: [UInt8], deadline: Deadline) async throws(PostgresError) {
        _ = try await copyStep(.flush, deadline: deadline) { connection in
            bytes.withUnsafeBytes {
                PQputCopyData(connection, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count)) == 1
            }
        }
    }

    /// Ends COPY in: with nil the rows are stored and counted, with a reason they are refused.
    func endCopy(refusing reason: String?, commits: Bool, deadline: Deadline) async throws(PostgresError) -> Int {
        let answer = try await copyStep(.copyEnd, commits: commits, following: reason == nil, deadline: deadline) {
            PQputCopyEnd($0, reason) == 1
        }
        return affected(answer)
    }

    /// Waits for some whole rows of COPY out (about 64 KiB at most, unless one row is longer).
    func takeCopy(deadline: Deadline) async throws(PostgresError) -> (chunk: [UInt8], isAtEnd: Bool) {
        let answer = try await copyStep(.copyChunk, deadline: deadline) { _ in true }
        for result in answer.results { PQclear(result.pointer) }
        return (answer.chunk, answer.isAtEnd)
    }

    private func affected(_ answer: Answer) -> Int {
        var count = 0
        for result in answer.results { count = Rows(result).affected }
        return count
    }

    private func copyStep(
        _ goal: Operation.Goal, commits: Bool = false, following: Bool = true, deadline: Deadline,
        _ put: (OpaquePointer) -> Bool
    ) async throws(PostgresError) -> Answer {
        try await perform(following: following) { continuation, serial, state throws(PostgresError) in
            guard let connection = state.connection?.pointer else { throw .connectionLost }
            guard put(connection) else {
                state.isTainted = true
                throw .connectionLost
            }
            state.operation = Operation(
                serial: serial, goal: goal, steps: [], endsWithCommit: false, commits: commits, deadline: deadline,
                continuation: continuation)
            if let completion = self.progress(&state) {
                completion.continuation.resume(returning: completion.result)
            }
        }
    }

    /// True when the server has said whether COPY may begin.
    func takeCopyStart(_ connection: OpaquePointer, _ state: inout State) -> Bool {
        while PQisBusy(connection) == 0 {
            guard let result = PQgetResult(connection) else {
                PQenterPipelineMode(connection)
                return true
            }
            let status = PQresultStatus(result)
            if status == PGRES_COPY_IN || status == PGRES_COPY_OUT {
                state.operation?.results.append(ResultPointer(pointer: result))
                return true
            }
            if status == PGRES_FATAL_ERROR { fail(result, statement: 0, mayHaveCommitted: false, &state) }
            PQclear(result)
            if state.operation?.isBroken == true { return false }
        }
        return false
    }

    /// True when the end of COPY was answered; pipeline mode is on again then.
    func takeCopyEnd(_ connection: OpaquePointer, _ state: inout State) -> Bool {
        while PQisBusy(connection) == 0 {
            guard let result = PQgetResult(connection) else {
                PQenterPipelineMode(connection)
                return true
            }
            if PQresultStatus(result) == PGRES_COMMAND_OK {
                state.operation?.results.append(ResultPointer(pointer: result))
                continue
            }
            let isAnswered = state.operation?.results.isEmpty == false
            fail(result, statement: 0, mayHaveCommitted: isAnswered, &state)
            PQclear(result)
            if state.operation?.isBroken == true { return false }
        }
        return false
    }

    /// True when there is a chunk to hand over, or the end.
    func takeCopyChunk(_ connection: OpaquePointer, _ state: inout State) -> Bool {
        while state.operation?.isAtEnd == false {
            var row: UnsafeMutablePointer<CChar>?
            let length = PQgetCopyData(connection, &row, 1)
            switch length {
            case 0: return state.operation?.chunk.isEmpty == false
            case 1...:
                state.operation?.chunk.append(contentsOf: UnsafeRawBufferPointer(start: row, count: Int(length)))
                PQfreemem(row)
                if state.operation?.chunk.count ?? 0 >= 1 << 16 { return true }
            default: state.operation?.isAtEnd = true
            }
        }
        return takeCopyEnd(connection, &state)
    }
}
