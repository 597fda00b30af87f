import Glibc
import Testing

@testable import Cluster

@Suite struct FirstStartTests {
    @Test func aNewDirectoryBecomesARunningClusterAndStopsWithItsOnlyUser() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let cluster = try await Cluster.open(directory: scratch.cluster)
        #expect(try cluster.answer("SELECT current_user") == "tranche")
        try await cluster.close()
        #expect(try !isServerLockHeld(scratch.cluster))
        try await cluster.close()
    }

    @Test func theServerRunsWithThePromisedSettings() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let cluster = try await Cluster.open(directory: scratch.cluster)
        let names = [
            "data_checksums", "server_encoding", "lc_collate", "fsync", "full_page_writes", "synchronous_commit",
            "listen_addresses", "unix_socket_permissions", "timezone",
        ]
        let values = try names.map { try cluster.answer("SHOW \($0)") }
        #expect(values == ["on", "UTF8", "C.UTF-8", "on", "on", "on", "", "0700", "UTC"])
        #expect(try cluster.answer("SELECT count(*) FROM pg_hba_file_rules WHERE type LIKE 'host%' AND auth_method <> 'reject'") == "0")
        try await cluster.close()
    }

    @Test func dataAreKeptFromOneRunToTheNext() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let first = try await Cluster.open(directory: scratch.cluster)
        _ = try first.answer("CREATE TABLE kept AS SELECT 42 AS number")
        try first.closeBlocking()
        let second = try await Cluster.open(directory: scratch.cluster)
        #expect(try second.answer("SELECT number FROM kept") == "42")
        try await second.close()
    }

    @Test(.enabled(if: geteuid() == 0)) func rootLeavesTheServerToPostgres() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let cluster = try await Cluster.open(directory: scratch.cluster)
        let account = try #require(Account(named: "postgres"))
        let status = try #require(Files.text("/proc/\(try cluster.postmaster())/status"))
        #expect(status.contains("\nUid:\t\(account.user)\t\(account.user)\t\(account.user)\t\(account.user)\n"))
        #expect(status.contains("\nCapEff:\t0000000000000000\n"))
        let directory = try #require(Files.information(scratch.cluster))
        #expect(directory.st_uid == account.user)
        #expect(directory.st_mode & 0o777 == 0o700)
        try await cluster.close()
    }

    @Test func anEphemeralClusterDisappearsWhenItIsClosed() async throws {
        let cluster = try await Cluster.openEphemeral()
        #expect(try cluster.answer("SHOW fsync") == "off")
        try await cluster.close()
        #expect(Files.information(cluster.directory) == nil)
    }

    @Test func anEphemeralClusterDisappearsWhenItsProcessIsKilled() async throws {
        let result = try await #require(processExitsWith: .signal(SIGKILL), observing: [\.standardOutputContent]) {
            let cluster = try await Cluster.openEphemeral()
            write(STDOUT_FILENO, cluster.directory, cluster.directory.utf8.count)
            kill(getpid(), SIGKILL)
        }
        let directory = String(decoding: result.standardOutputContent, as: UTF8.self)
        #expect(directory.hasPrefix("/tmp/tranche-"))
        #expect(becomesTrue { Files.information(directory) == nil })
    }
}
