import Glibc
import TestSupport
import Testing

@testable import Cluster

@Suite struct ChaosTests {
    /// Users are killed at moments the seed picks: in initdb, in starting, in stopping, between.
    @Test func usersKilledAtAnyMomentLeaveAClusterThatOpens() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        var random = SeededGenerator(named: "ChaosTests")
        for _ in 1...5 {
            let microseconds = UInt32.random(in: 0...1_000_000, using: &random)
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [directory = scratch.cluster as String, microseconds = microseconds as UInt32] in
                Task.detached {
                    while true {
                        let cluster = try await Cluster.open(directory: directory)
                        _ = try cluster.answer(
                            "CREATE TABLE IF NOT EXISTS visits (); INSERT INTO visits DEFAULT VALUES")
                        try await cluster.close()
                    }
                }
                usleep(microseconds)
                kill(getpid(), SIGKILL)
            }
        }
        let cluster = try await Cluster.open(directory: scratch.cluster)
        #expect(try cluster.answer("SELECT 1") == "1")
        try await cluster.close()
        #expect(try !isServerLockHeld(scratch.cluster))
    }
}
