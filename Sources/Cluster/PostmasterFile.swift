import Glibc

/// PostgreSQL's own note about the server of a data directory, `postmaster.pid` (its lines: utils/pidfile.h).
struct PostmasterFile: Equatable {
    let process: pid_t
    let socketDirectory: String
    let isReady: Bool

    /// Reads the note; nil when there is none or it has only begun to be written.
    init?(data: String) {
        guard let text = Files.text(data + "/postmaster.pid") else { return nil }
        self.init(text: text)
    }

    /// The lines are: process, data directory, start, port, socket directory, address, shared memory, status.
    init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, let process = pid_t(first.filter { $0 != " " }), process > 1 else { return nil }
        self.process = process
        socketDirectory = lines.count > 4 ? String(lines[4]) : ""
        isReady = lines.count > 7 && lines[7].hasPrefix("ready")
    }

    /// Whether the process lives and is the server of this data directory. The number alone proves nothing: after a
    /// crash it may be a zombie's, whose command line is empty, or an unrelated process's.
    func isAlive(serving data: String) -> Bool {
        guard let command = Files.text("/proc/\(process)/cmdline") else { return false }
        let arguments = command.split(separator: "\0")
        guard let program = arguments.first, program == "postgres" || program.hasSuffix("/postgres") else {
            return false
        }
        if let directory = Files.resolved("/proc/\(process)/cwd") { return directory == data }
        return arguments.contains { $0 == data }
    }
}
