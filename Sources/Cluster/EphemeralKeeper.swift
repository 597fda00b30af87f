import CSpawn
import Glibc
import Synchronization

/// A small process that ends the clusters in a directory and removes it once its owner closes a pipe, which the kernel
/// does for an owner that was killed. A parent-death signal would do for a server with one parent
/// *thread*, and those come and go here.
final class EphemeralKeeper: Sendable {
    private let process: pid_t
    /// Nil once it was closed.
    private let pipe: Mutex<Int32?>

    private static let script = """
        read -r _
        find "$1" -name "$2" | while read -r lock; do
            while [ -e "$lock" ] && ! flock --nonblock "$lock" true; do
                kill -QUIT "$(head -n 1 "${lock%/*}/data/postmaster.pid")"
                sleep 0.02
            done
        done 2>/dev/null
        rm -rf -- "$1"
        """

    init(of directory: String, as account: Account) throws(ClusterError) {
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw .spawnFailed(program: "sh", reason: systemReason()) }
        let quiet = open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer {
            close(ends[0])
            close(quiet)
        }
        let command = ["/bin/sh", "-c", Self.script, "keeper", directory, ClusterDirectory.serverLockName]
        pipe = Mutex(ends[1])
        do {
            process = try ChildProcess.spawn(account.wrapping(command), input: ends[0], output: quiet)
        } catch {
            close(ends[1])
            throw error
        }
    }

    /// Ends each server at once, without a last checkpoint, and returns when the directory is gone.
    func finish() {
        pipe.withLock { pipe in
            guard let open = pipe else { return }
            pipe = nil
            close(open)
            ChildProcess.wait(process)
        }
    }

    deinit { finish() }
}
