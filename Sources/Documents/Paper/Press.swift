internal import Synchronization

/// Papers are made one at a time: pango, cairo and fontconfig share state among threads and do not guard all of it.
/// Papers made side by side crashed in one of seven runs of their tests.
enum Press {
    private static let lock = Mutex(())

    /// Does the work while nobody else uses a ``Canvas``.
    static func exclusively<Result, Failure>(
        _ work: () throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        try lock.withLock { _ throws(Failure) in try work() }
    }
}
