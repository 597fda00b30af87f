import Glibc

/// A deadline, and pauses on the way to it that grow from one to fifty milliseconds.
/// Blocks its thread, so it is only used on the cluster's own queue.
struct Patience {
    private let deadline: ContinuousClock.Instant
    private var microseconds: UInt32 = 1_000

    init(_ duration: Duration) {
        deadline = ContinuousClock.now + duration
    }

    /// Waits a little and answers true, or answers false at once when the deadline has passed.
    mutating func pause() -> Bool {
        guard ContinuousClock.now < deadline else { return false }
        usleep(microseconds)
        microseconds = min(microseconds * 2, 50_000)
        return true
    }
}
