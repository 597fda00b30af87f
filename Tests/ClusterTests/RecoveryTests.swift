import Glibc
import Testing

@testable import Cluster

@Suite struct RecoveryTests {
    @Test func aKilledServerIsStartedAgainWithItsData() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        try await killServer(afterMaking: "kept", in: scratch)
        let cluster = try await Cluster.open(directory: scratch.cluster)
        #expect(try cluster.answer("SELECT number FROM kept") == "42")
        try await cluster.close()
    }

    /// After a restart of the machine the number in postmaster.pid may well be another program's.
    @Test func aProcessNumberThatWasGivenToAnotherProgramDoesNotStopTheStart() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        try await killServer(afterMaking: "kept", in: scratch)
        let directory = try ClusterDirectory.prepare(scratch.cluster)
        let other = try ChildProcess.spawn(
            directory.account.wrapping(["/usr/bin/sleep", "infinity"]), output: STDERR_FILENO)
        defer {
            kill(other, SIGKILL)
            ChildProcess.wait(other)
        }
        for note in ["data/postmaster.pid", ".s.PGSQL.5432.lock"] {
            let path = scratch.cluster + "/" + note
            let lines = try #require(Files.text(path)).split(separator: "\n", omittingEmptySubsequences: false)
            try overwrite(path, with: ["\(other)"] + lines.dropFirst().map(String.init))
        }
        let cluster = try await Cluster.open(directory: scratch.cluster)
        #expect(try cluster.answer("SELECT number FROM kept") == "42")
        try await cluster.close()
        #expect(kill(other, 0) == 0)
    }

    @Test func aNoteThatWasNeverWrittenDoesNotStopTheStart() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        try await killServer(afterMaking: "kept", in: scratch)
        try overwrite(scratch.cluster + "/data/postmaster.pid", with: [])
        let cluster = try await Cluster.open(directory: scratch.cluster)
        #expect(try cluster.answer("SELECT number FROM kept") == "42")
        try await cluster.close()
    }

    @Test func whatAnInterruptedInitialisationLeftIsNotTrusted() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let directory = try ClusterDirectory.prepare(scratch.cluster)
        _ = try directory.transitionLock()
        mkdir(directory.unfinishedData, 0o700)
        chown(directory.unfinishedData, directory.account.user, directory.account.group)
        try overwrite(directory.unfinishedData + "/PG_VERSION", with: ["15"])
        let cluster = try await Cluster.open(directory: scratch.cluster)
        #expect(try cluster.answer("SELECT 1") == "1")
        #expect(Files.information(directory.unfinishedData) == nil)
        try await cluster.close()
    }

    @Test func aProcessKilledDuringInitialisationLeavesNothingInTheWay() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        await #expect(processExitsWith: .signal(SIGKILL)) { [directory = scratch.cluster as String] in
            Task.detached { try await Cluster.open(directory: directory) }
            while Files.information(directory + "/data.unfinished/global") == nil,
                Files.information(directory + "/data") == nil
            {
                sched_yield()
            }
            kill(getpid(), SIGKILL)
        }
        #expect(Files.information(scratch.cluster + "/data") == nil)
        let cluster = try await Cluster.open(directory: scratch.cluster)
        #expect(try cluster.answer("SELECT 1") == "1")
        try await cluster.close()
    }

    @Test func aServerThatCannotStartIsReportedWithTheEndOfItsLog() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        try await Cluster.open(directory: scratch.cluster).close()
        try overwrite(scratch.cluster + "/data/postgresql.conf", with: ["nonsense = 'on'"])
        let error = await #expect(throws: ClusterError.self) { _ = try await Cluster.open(directory: scratch.cluster) }
        #expect(error?.code == "cluster.start-failed")
        #expect(error?.description.contains("nonsense") == true)
    }

    /// Leaves a directory whose server and all its processes are gone as after a power failure, with a table of one
    /// row.
    private func killServer(afterMaking table: String, in scratch: Scratch) async throws {
        let cluster = try await Cluster.open(directory: scratch.cluster)
        _ = try cluster.answer("CREATE TABLE \(table) AS SELECT 42 AS number")
        #expect(kill(try cluster.postmaster(), SIGKILL) == 0)
        try #require(becomesTrue { (try? isServerLockHeld(scratch.cluster)) == false })
        try await cluster.close()
    }
}
