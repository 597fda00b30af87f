#if canImport(Glibc)
internal import Glibc
#endif

/// A moment on the machine's monotonic clock after which a call gives up; cheap to pass on to several calls.
public struct Deadline: Sendable, Hashable, Comparable {
    /// Nanoseconds of CLOCK_MONOTONIC.
    let nanoseconds: UInt64

    /// Never gives up.
    public static let never = Deadline(nanoseconds: .max)

    /// A moment so far from now.
    public static func after(_ duration: Duration) -> Deadline {
        now + duration
    }

    public static func < (left: Deadline, right: Deadline) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// The present moment.
    static var now: Deadline {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Deadline(nanoseconds: UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec))
    }

    /// Adds a duration, saturating at `never` and at the clock's beginning.
    static func + (moment: Deadline, duration: Duration) -> Deadline {
        let (seconds, attoseconds) = duration.components
        if seconds < 0 || attoseconds < 0 { return moment }
        let (whole, overflow) = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
        if overflow || moment == .never { return .never }
        let (sum, tooFar) = moment.nanoseconds.addingReportingOverflow(whole + UInt64(attoseconds) / 1_000_000_000)
        return tooFar ? .never : Deadline(nanoseconds: sum)
    }

    /// Whole milliseconds from now for epoll and poll, rounded up; -1 for never.
    func milliseconds(from now: Deadline) -> Int32 {
        if self == .never { return -1 }
        if self <= now { return 0 }
        return Int32(clamping: (nanoseconds - now.nanoseconds) / 1_000_000 + 1)
    }
}
