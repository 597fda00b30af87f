import Glibc
import Testing

@testable import Cluster

@Suite struct SharingTests {
    @Test func theServerStaysUntilItsLastUserLeaves() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let first = try await Cluster.open(directory: scratch.cluster)
        let second = try await Cluster.open(directory: scratch.cluster)
        #expect(first.connection == second.connection)
        try await first.close()
        #expect(try second.answer("SELECT 1") == "1")
        try await second.close()
        #expect(try !isServerLockHeld(scratch.cluster))
    }

    @Test func anotherProcessJoinsAndLeavesWithoutStoppingTheServer() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let cluster = try await Cluster.open(directory: scratch.cluster)
        _ = try cluster.answer("CREATE TABLE visited (process integer)")
        let postmaster = try cluster.postmaster()
        await #expect(processExitsWith: .success) {
            [directory = scratch.cluster as String, postmaster = postmaster as pid_t] in
            let cluster = try await Cluster.open(directory: directory)
            try #require(try cluster.postmaster() == postmaster)
            _ = try cluster.answer("INSERT INTO visited VALUES (\(getpid()))")
            try await cluster.close()
        }
        #expect(try cluster.answer("SELECT count(*) FROM visited") == "1")
        #expect(try cluster.postmaster() == postmaster)
        try await cluster.close()
        #expect(try !isServerLockHeld(scratch.cluster))
    }

    @Test func theServerOutlivesItsStarterAndStopsWithWhoeverIsLast() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        await #expect(processExitsWith: .signal(SIGKILL)) { [directory = scratch.cluster as String] in
            let cluster = try await Cluster.open(directory: directory)
            _ = try cluster.answer("CREATE TABLE kept AS SELECT 42 AS number")
            kill(getpid(), SIGKILL)
        }
        let postmaster = try #require(PostmasterFile(data: scratch.cluster + "/data"))
        let cluster = try await Cluster.open(directory: scratch.cluster)
        #expect(try cluster.postmaster() == postmaster.process)
        #expect(try cluster.answer("SELECT number FROM kept") == "42")
        try await cluster.close()
        #expect(try !isServerLockHeld(scratch.cluster))
    }

    /// Locks belong to open files, so users in one process contend exactly as users in several do.
    @Test func usersThatComeAndGoAllAtOnceAlwaysFindAServer() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for user in 1...4 {
                group.addTask {
                    for round in 1...4 {
                        let cluster = try await Cluster.open(directory: scratch.cluster)
                        #expect(try cluster.answer("SELECT \(user * round)") == "\(user * round)")
                        try await cluster.close()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try !isServerLockHeld(scratch.cluster))
    }

    @Test func aTransitionThatDoesNotEndIsReported() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let directory = try ClusterDirectory.prepare(scratch.cluster)
        let transition = try directory.transitionLock()
        #expect(transition.acquire(.exclusive))
        await #expect(throws: ClusterError.busy(path: scratch.cluster)) {
            _ = try await Cluster.open(directory: scratch.cluster, patience: .milliseconds(1))
        }
        transition.release()
    }
}
