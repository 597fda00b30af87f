/// What a wire is doing for one task, from sending to the last byte of the answer.
struct Operation {
    /// What has to happen before the task goes on.
    enum Goal {
        /// All answers up to the pipeline's end.
        case pipeline
        /// The server's readiness for COPY, in either direction.
        case copyStart
        /// Everything put so far has been written.
        case flush
        /// Some rows of COPY out, or the end.
        case copyChunk
        /// The answer to the end of COPY.
        case copyEnd
    }

    /// One message pair of a pipeline, in order.
    enum Step {
        case deallocate(Int)
        case prepare(Statement, number: Int, forStatement: Int)
        case begin
        case execute(Int)
    }

    /// What the server refused first.
    struct Failure {
        let error: ServerError
        /// Nil at the implicit commit.
        let statement: Int?
        /// The connection ended with this error while, or after, a commit was under way.
        let isAmbiguous: Bool
    }

    /// Why the task no longer wants the answer.
    enum Interruption {
        case task, deadline
    }

    let serial: UInt64
    var goal: Goal
    let steps: [Step]
    /// Whether the last statement is COMMIT itself.
    let endsWithCommit: Bool
    /// Whether losing the answer means not knowing whether something was committed.
    let commits: Bool
    var deadline: Deadline
    let continuation: UnsafeContinuation<Result<Answer, PostgresError>, Never>

    /// The step whose answer comes next.
    var position = 0
    var results: [ResultPointer] = []
    var failure: Failure?
    var interruption: Interruption?
    /// libpq itself gave up on the connection, or a fault cut it; no answer counts any more.
    var isBroken = false
    var chunk: [UInt8] = []
    var isAtEnd = false
    /// The goal is reached, but a cancel is still under way that must not hit the next statement.
    var isFinished = false
}

/// What an operation brought back.
struct Answer: Sendable {
    var results: [ResultPointer] = []
    var chunk: [UInt8] = []
    var isAtEnd = false
}
