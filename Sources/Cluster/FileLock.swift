import Glibc

/// An open lock file. Its flock belongs to the open file, not to the process: a child that inherits the descriptor
/// keeps the lock, and the kernel drops it when the last holder has ended, however it ended.
final class FileLock: Sendable {
    enum Mode: Sendable {
        case shared
        case exclusive
    }

    let descriptor: Int32

    /// Opens or creates the file; it holds no lock yet.
    init(path: String, account: Account) throws(ClusterError) {
        descriptor = try Files.open(path, O_RDWR, makingItFor: account)
    }

    deinit { close(descriptor) }

    /// Takes the lock, or changes the one held, and answers false at once when others stand against it.
    func acquire(_ mode: Mode) -> Bool {
        flock(descriptor, (mode == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0
    }

    /// Gives the lock back before the file is closed, where the order of two locks matters.
    func release() { flock(descriptor, LOCK_UN) }

    /// Takes the lock as soon as it is free, false when it was not within the time allowed.
    func acquire(_ mode: Mode, within patience: Patience) -> Bool {
        var patience = patience
        repeat {
            if acquire(mode) { return true }
        } while patience.pause()
        return false
    }
}
