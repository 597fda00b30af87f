import CSpawn
import Glibc

/// Starts programs through posix_spawn, with a bare environment, no input and no descriptors but those named here.
/// Foundation's Process is avoided: its wait hangs on a program that leaves a server behind.
enum ChildProcess {
    /// The descriptor under which a child holds a lock it inherits.
    private static let lockDescriptor: Int32 = 3
    private static let environment = [
        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC",
    ]

    /// Runs a command to its end and gives its exit status and the end of what it wrote to both outputs.
    static func run(
        _ command: [String], holding lock: FileLock? = nil
    ) throws(ClusterError) -> (status: Int32, output: String) {
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw .spawnFailed(program: command[0], reason: systemReason()) }
        defer { close(ends[0]) }
        let child: pid_t
        do {
            defer { close(ends[1]) }
            child = try spawn(command, output: ends[1], holding: lock)
        }
        let output = Files.read(ends[0], bytes: 65_536)
        return (wait(child), output.trimmingEnd)
    }

    /// Starts a command in a session of its own, out of reach of the terminal's Ctrl-C, and gives its process number.
    /// Without `input` it reads nothing; `output` receives both its outputs.
    static func spawn(
        _ command: [String], input: Int32? = nil, output: Int32, holding lock: FileLock? = nil
    ) throws(ClusterError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addchdir_np(&actions, "/")
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, output, 2)
        if let lock { posix_spawn_file_actions_adddup2(&actions, lock.descriptor, lockDescriptor) }
        posix_spawn_file_actions_addclosefrom_np(&actions, lockDescriptor + (lock == nil ? 0 : 1))
        return try start(command, &actions)
    }

    /// Waits for a child and gives its exit status, or 128 and the signal's number as a shell does.
    @discardableResult
    static func wait(_ child: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { return -1 }
        }
        return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    }

    /// Signals are back to their defaults and none is blocked in the child, whatever this thread blocks or ignores.
    private static func start(
        _ command: [String], _ actions: inout posix_spawn_file_actions_t
    ) throws(ClusterError) -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(
            &attributes, Int16(Int32(SPAWN_SETSID) | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

        let arguments = command.map { strdup($0) } + [nil]
        let variables = environment.map { strdup($0) } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var child: pid_t = 0
        let failure = posix_spawn(&child, command[0], &actions, &attributes, arguments, variables)
        guard failure == 0 else { throw .spawnFailed(program: command[0], reason: systemReason(failure)) }
        return child
    }
}

extension String {
    /// The text without the white space at its end.
    var trimmingEnd: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
